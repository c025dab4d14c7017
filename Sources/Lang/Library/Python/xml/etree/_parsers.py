"""Parsers of XML that comes in pieces, and the events of documents on their way."""
from xml.etree._reader import Reader as _Reader, decoded as _decoded, encoding_of as _encoding_of

__name__ = "xml.etree.ElementTree"


def _builder():
    # That module begins with this one.
    from xml.etree.ElementTree import TreeBuilder

    return TreeBuilder()


class XMLParser:
    """Reads a document that comes in pieces, and tells a target what is in it."""

    version = "Expat 2.5.0"

    def __init__(self, *, target=None, encoding=None):
        self.target = _builder() if target is None else target
        self.entity = {}
        self._encoding, self._decoder, self._bytes = encoding, None, b""
        self._reader = _Reader(_Quiet(self.target, self), self.entity)

    def feed(self, data):
        self._reader.feed(data if isinstance(data, str) else self._decoded(data, False))

    def _decoded(self, data, is_last):
        data = self._bytes + data
        if self._decoder is None:
            encoding = self._encoding or _encoding_of(data)
            if encoding is None:
                self._bytes = data if not is_last else b""
                return _decoded(data) if is_last or b"?>" in data else ""
            import codecs

            self._decoder = codecs.getincrementaldecoder(encoding)()
        self._bytes = b""
        try:
            return self._decoder.decode(data, is_last)
        except UnicodeDecodeError as error:
            # What comes before the fault is read, for its place.
            self._reader.feed(data[:error.start].decode(error.encoding, "ignore"))
            self._reader.invalid(len(self._reader.text))

    def close(self):
        self._reader.feed(self._decoded(b"", True) if self._bytes or self._decoder else "", True)
        return self.target.close() if hasattr(self.target, "close") else None

    flush = lambda self: None


class _Quiet:
    """A target that need not have every method."""

    def __init__(self, target, parser):
        self._target, self._parser = target, parser
        for name in ("start", "end", "data", "comment", "pi", "start_ns", "end_ns"):
            setattr(self, name, getattr(target, name, self._nothing))

    def _nothing(self, *args):
        pass

    def doctype(self, name, pubid, system):
        if hasattr(self._target, "doctype"):
            self._target.doctype(name, pubid, system)
        elif hasattr(self._parser, "doctype"):
            import warnings

            warnings.warn("The doctype() method of XMLParser is deprecated.  Define doctype() method on the TreeBuilder "
                          "target.", RuntimeWarning)


class XMLPullParser:
    """Reads a document that comes in pieces, and keeps what happened until somebody asks."""

    _EVENTS = ("start", "end", "comment", "pi", "start-ns", "end-ns")

    def __init__(self, events=None, *, _parser=None):
        self._wanted = ("end",) if events is None else list(events)
        for event in self._wanted:
            if event not in self._EVENTS:
                raise ValueError("unknown event '%s'" % event)
        self._events, self._builder = [], _builder()
        self._parser = XMLParser(target=_Noting(self._builder, self._wanted, self._events))

    def feed(self, data):
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as error:
                self._events.append(error)

    def _close_and_return_root(self):
        parser, self._parser = self._parser, None
        parser.close()
        return self._builder.close()

    def close(self):
        self._close_and_return_root()

    def read_events(self):
        events = self._events
        while events:
            event = events.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event


class _Noting:
    """Builds a tree, and notes what happens."""

    def __init__(self, builder, wanted, events):
        self._builder, self._wanted, self._events = builder, wanted, events

    def start(self, tag, attrs):
        self._note("start", self._builder.start(tag, attrs))

    def end(self, tag):
        self._note("end", self._builder.end(tag))

    def data(self, data):
        self._builder.data(data)

    def comment(self, text):
        self._note("comment", self._builder.comment(text))

    def pi(self, target, text=None):
        self._note("pi", self._builder.pi(target, text))

    def start_ns(self, prefix, uri):
        self._note("start-ns", (prefix, uri))

    def end_ns(self, prefix):
        self._note("end-ns", None)

    def _note(self, event, what):
        if event in self._wanted:
            self._events.append((event, what))


def iterparse(source, events=None, parser=None):
    pull = XMLPullParser(events)
    opened = None
    if not hasattr(source, "read"):
        source = opened = open(source, "rb")

    def read():
        try:
            while True:
                yield from pull.read_events()
                data = source.read(16 * 1024)
                if not data:
                    break
                pull.feed(data)
            root = pull._close_and_return_root()
            yield from pull.read_events()
            events.root = root
        finally:
            if opened is not None:
                opened.close()

    events = _Events(read())
    return events


class _Events:
    """The events of `iterparse`, and the root when all are through."""

    root = None

    def __init__(self, events):
        self._events = events

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._events)
