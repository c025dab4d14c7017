"""Exceptions and their frames as text."""
import _katydid
import sys as _sys

_missing = object()


class FrameSummary:
    __slots__ = ("filename", "lineno", "name", "_line", "locals", "end_lineno", "colno", "end_colno")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        self.locals = locals
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno

    @property
    def line(self):
        return None if self._line is None else self._line.strip()

    def _parts(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._parts())

    def __getitem__(self, index):
        return self._parts()[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._parts() == other._parts()
        return self._parts() == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    @classmethod
    def from_list(cls, a_list):
        return cls(frame if isinstance(frame, FrameSummary) else FrameSummary(frame[0], frame[1], frame[2],
                                                                             line=frame[3]) for frame in a_list)

    def format_frame_summary(self, frame):
        text = '  File "%s", line %s, in %s\n' % (frame.filename, frame.lineno, frame.name)
        return text + "    %s\n" % frame.line if frame.line else text

    def format(self):
        return [self.format_frame_summary(frame) for frame in self]


def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    entries = [FrameSummary(name, line, function, line=text)
               for name, line, function, text in _katydid.traceback_entries(tb)]
    return StackSummary(_limited(entries, limit))


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _blocks(text):
    """The lines of a traceback as format_exception gives them: a frame with its source is one piece."""
    pieces, lines, at = [], text.splitlines(keepends=True), 0
    while at < len(lines):
        if lines[at].startswith('  File "'):
            end = at + 1
            while end < len(lines) and lines[end].startswith("    "):
                end += 1
            pieces.append("".join(lines[at:end]))
            at = end
        elif lines[at] == "\n":
            end = at + 1
            if end < len(lines) and (lines[end].endswith("exception:\n") or "occurred:" in lines[end]):
                pieces.append("".join(lines[at:end + 2]))
                at = end + 2
            else:
                pieces.append(lines[at])
                at += 1
        else:
            pieces.append(lines[at])
            at += 1
    return pieces


def _value(exc, value):
    if value is _missing:
        if not isinstance(exc, BaseException) and exc is not None:
            raise TypeError("Exception expected for value, %s found" % type(exc).__name__)
        return exc
    return value


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    exception = _value(exc, value)
    if exception is None:
        return ["NoneType: None\n"]
    if chain and limit is None and (tb is _missing or tb is exception.__traceback__):
        return _blocks(_katydid.exception_text(exception))
    trace = exception.__traceback__ if tb is _missing else tb
    pieces = []
    if chain:
        if exception.__cause__ is not None:
            pieces += format_exception(exception.__cause__, limit=limit)
            pieces.append("\nThe above exception was the direct cause of the following exception:\n\n")
        elif exception.__context__ is not None and not exception.__suppress_context__:
            pieces += format_exception(exception.__context__, limit=limit)
            pieces.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    if trace is not None:
        pieces.append("Traceback (most recent call last):\n")
        pieces += format_tb(trace, limit)
    return pieces + format_exception_only(exception)


def format_exception_only(exc, /, value=_missing):
    exception = _value(exc, value)
    if exception is None:
        return ["NoneType: None\n"]
    cls = type(exception)
    name = cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else cls.__module__ + "." + cls.__qualname__
    try:
        text = str(exception)
    except Exception:
        text = "<exception str() failed>"
    lines = ["%s: %s\n" % (name, text) if text else name + "\n"]
    for note in getattr(exception, "__notes__", None) or ():
        lines += [line + "\n" for line in str(note).split("\n")]
    return lines


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), file=_sys.stderr if file is None else file, end="")


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), file=_sys.stderr if file is None else file, end="")


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value, tb, limit, chain)), file=_sys.stderr if file is None else file, end="")


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exc_info()[1], limit=limit, file=file, chain=chain)


def extract_stack(f=None, limit=None):
    return StackSummary()


def format_stack(f=None, limit=None):
    return []


def print_stack(f=None, limit=None, file=None):
    pass


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.exc_type = exc_type
        self._value = exc_value
        self.stack = extract_tb(exc_traceback, limit)
        self.__cause__ = exc_value.__cause__ and TracebackException.from_exception(exc_value.__cause__)
        self.__context__ = None
        self.__suppress_context__ = exc_value.__suppress_context__

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def format(self, *, chain=True):
        yield from format_exception(self._value, chain=chain)

    def print(self, *, file=None, chain=True):
        for line in self.format(chain=chain):
            print(line, file=file, end="")

    def __str__(self):
        return str(self._value)
