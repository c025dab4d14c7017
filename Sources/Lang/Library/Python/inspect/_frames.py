"""Frames: those that run, and those that an exception has left."""
import _katydid
from collections import namedtuple as _namedtuple
from inspect._kinds import isframe, istraceback, CO_VARARGS, CO_VARKEYWORDS

__name__ = "inspect"

_FrameInfo = _namedtuple("_FrameInfo", ("frame", "filename", "lineno", "function", "code_context", "index"))
_Traceback = _namedtuple("_Traceback", ("filename", "lineno", "function", "code_context", "index"))
Arguments = _namedtuple("Arguments", "args, varargs, varkw", module="inspect")
ArgInfo = _namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return ("FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r}, "
                "positions={!r})").format(*self, self.positions)


class Traceback(_Traceback):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return ("Traceback(filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r}, "
                "positions={!r})").format(*self, self.positions)


def currentframe():
    return _katydid.frame()


def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    line = None
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    if not isframe(frame):
        raise TypeError("{!r} is not a frame or traceback object".format(frame))
    line = frame.f_lineno if line is None else line
    code, lines, index = frame.f_code, None, None
    if context > 0:
        all_lines = _katydid.frame_lines(frame)
        if all_lines:
            start = max(0, min(line - 1 - context // 2, len(all_lines) - context))
            lines, index = all_lines[start:start + context], line - 1 - start
    return Traceback(code.co_filename, line, code.co_name, lines, index)


def _info(frame, place, context):
    return FrameInfo(frame, *getframeinfo(place, context))


def getouterframes(frame, context=1):
    result = []
    while frame:
        result.append(_info(frame, frame, context))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    result = []
    while tb:
        result.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return result


def stack(context=1):
    return getouterframes(_katydid.frame(), context)


def trace(context=1):
    import sys

    return getinnerframes(sys.exc_info()[2], context)


def getargs(co):
    names, positional, keywords = co.co_varnames, co.co_argcount, co.co_kwonlyargcount
    args, at = list(names[:positional]), positional + keywords
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return Arguments(args + list(names[positional:positional + keywords]), varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"
