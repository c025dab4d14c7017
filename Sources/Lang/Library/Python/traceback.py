"""Exceptions and their frames as text."""
import _katydid
import sys as _sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]


class _Implicit:
    def __repr__(self):
        return "<implicit>"


_missing = _Implicit()
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class FrameSummary:
    """One frame. `_text` is how it is shown, where that is known."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        self.locals = {name: _shown(value) for name, value in locals.items()} if locals else None
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self._text = None

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = ""
        return self._line.strip()

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
            return self._parts() == other._parts() and self.locals == other.locals
        return self._parts() == other if isinstance(other, tuple) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return "<FrameSummary file {}, line {} in {}>".format(self.filename, self.lineno, self.name)


def _shown(value):
    try:
        return repr(value)
    except Exception:
        return "<local repr() failed>"


class StackSummary(list):
    """Frames, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The frames of pairs of a frame and its line, as walk_stack and walk_tb give them."""
        return cls(_limited([_summary(frame, line, capture_locals) for frame, line in frame_gen], limit, True))

    @classmethod
    def from_list(cls, a_list):
        result = cls()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        text = frame_summary._text
        if text is None:
            text = '  File "{}", line {}, in {}\n'.format(
                frame_summary.filename, frame_summary.lineno, frame_summary.name)
            if frame_summary.line:
                text += "    {}\n".format(frame_summary.line)
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += "    {} = {}\n".format(name, value)
        return text

    def format(self):
        result, last, count = [], None, 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if place != last or None in place[:2]:
                result += _repeated(count)
                last, count = place, 0
            count += 1
            if count <= 3:
                result.append(text)
        return result + _repeated(count)


def _repeated(count):
    more = count - 3
    return ["  [Previous line repeated {} more time{}]\n".format(more, "s" if more > 1 else "")] if more > 0 else []


def _summary(frame, line, capture_locals=False):
    code = frame.f_code
    return FrameSummary(code.co_filename, line, code.co_name, line=_katydid.frame_source(frame, line),
                        locals=frame.f_locals if capture_locals else None)


def _limited(entries, limit, is_generator=False):
    if limit is None:
        limit = getattr(_sys, "tracebacklimit", None)
        if limit is None:
            return entries
        limit = max(0, limit)
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    return _extract_tb(tb, limit)


def _extract_tb(tb, limit=None, capture_locals=False):
    entries = []
    for name, line, function, source, end_line, column, end_column, shown in _katydid.traceback_entries(tb):
        entry = FrameSummary(name, line, function, line=source, end_lineno=end_line, colno=column,
                             end_colno=end_column, locals=tb.tb_frame.f_locals if capture_locals else None)
        entry._text = shown
        entries.append(entry)
        tb = tb.tb_next
    return StackSummary(_limited(entries, limit))


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = _katydid.frame()
    return _walk_stack(f)


def _walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(_walk_stack(_katydid.frame() if f is None else f), limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), file=_sys.stderr if file is None else file, end="")


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def _parse(exc, value, tb):
    """The exception and its traceback of the arguments of a function that takes one or three."""
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError("Exception expected for value, {} found".format(type(exc).__name__))


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    value, tb = _parse(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    value, tb = _parse(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_missing):
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*_sys.exc_info(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(*_sys.exc_info(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(_sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(_sys.last_type, _sys.last_value, _sys.last_traceback, limit, file, chain)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    """An exception as it was: its frames, its text, and those that it comes from."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth, self.exceptions = max_group_width, max_group_depth, None
        self.stack = _extract_tb(exc_traceback, limit, capture_locals)
        self.exc_type, self._str = exc_type, _text(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._place = []
        if exc_type and issubclass(exc_type, SyntaxError):
            number, end = exc_value.lineno, exc_value.end_lineno
            self.filename = exc_value.filename
            self.lineno = str(number) if number is not None else None
            self.end_lineno = str(end) if end is not None else None
            self.text, self.offset, self.end_offset = exc_value.text, exc_value.offset, exc_value.end_offset
            self.msg = exc_value.msg
            self._place = _katydid.syntax_place(exc_value).splitlines(keepends=True)
        self.__cause__ = self.__context__ = None
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        if _seen is None and exc_value is not None:
            self._add_origins(exc_value, seen, compact, limit, capture_locals)

    def _add_origins(self, exc_value, seen, compact, limit, capture_locals):
        """Those that an exception comes from, one after the other: there may be many. What an exception comes from may
        have come from it."""
        pending = [(self, exc_value)]

        def other(exception):
            if exception is None or id(exception) in seen:
                return None
            made = TracebackException(type(exception), exception, exception.__traceback__, limit=limit,
                                      capture_locals=capture_locals, _seen=seen)
            pending.append((made, exception))
            return made

        while pending:
            shown, exception = pending.pop()
            shown.__cause__ = other(exception.__cause__)
            # What nobody will see is left out of what is made for showing only.
            if not compact or shown.__cause__ is None and not shown.__suppress_context__:
                shown.__context__ = other(exception.__context__)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self):
        kind = self.exc_type
        if kind is None or kind is type(None):
            yield "NoneType: None\n" if self._str == "None" else _line("None", self._str)
            return
        name = kind.__qualname__
        if kind.__module__ not in ("__main__", "builtins"):
            name = (kind.__module__ if isinstance(kind.__module__, str) else "<unknown>") + "." + name
        if issubclass(kind, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                text = note if isinstance(note, str) else _text(note, "note")
                yield from [line + "\n" for line in text.split("\n")]
        elif notes is not None:
            yield _text(notes, "__notes__", repr)

    def _format_syntax_error(self, name):
        if self.lineno is None and self.filename is not None:
            yield "{}: {} ({})\n".format(name, self.msg or "<no detail available>", self.filename)
            return
        yield from self._place
        yield "{}: {}\n".format(name, self.msg or "<no detail available>")

    def format(self, *, chain=True):
        chained, exception = [], self
        while exception is not None:
            text, following = None, None
            if chain and exception.__cause__ is not None:
                text, following = _CAUSE, exception.__cause__
            elif chain and exception.__context__ is not None and not exception.__suppress_context__:
                text, following = _CONTEXT, exception.__context__
            chained.append((text, exception))
            exception = following
        for text, exception in reversed(chained):
            if text is not None:
                yield text
            if exception.stack:
                yield "Traceback (most recent call last):\n"
                yield from exception.stack.format()
            yield from exception.format_exception_only()

    def print(self, *, file=None, chain=True):
        file = _sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _text(value, what="exception", make=str):
    try:
        return make(value)
    except Exception:
        return "<{} {}() failed>".format(what, make.__name__)


def _line(name, text):
    return "{}: {}\n".format(name, text) if text else name + "\n"
