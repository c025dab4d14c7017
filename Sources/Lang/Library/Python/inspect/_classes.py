"""Classes and what they have, generators and what they are at, functions and what they see."""
import _katydid
import types as _types
from collections import namedtuple as _namedtuple
from inspect._kinds import getattr_static, getmro, isclass, isfunction, ismethod, isgenerator, isroutine

__name__ = "inspect"

GEN_CREATED, GEN_RUNNING = "GEN_CREATED", "GEN_RUNNING"
GEN_SUSPENDED, GEN_CLOSED = "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
Attribute = _namedtuple("Attribute", "name kind defining_class object", module="inspect")
ClosureVars = _namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")


def getgeneratorstate(generator):
    return _katydid.generator_state(generator)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    return _katydid.generator_locals(generator)


def getcoroutinestate(coroutine):
    # There are no coroutines: what is missing in the object is what CPython says, too.
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getmembers_static(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr_static(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def classify_class_attrs(cls):
    mro, result = getmro(cls), []
    for name in sorted(set(dir(cls)) | {name for base in mro for name in vars(base)}):
        home = next((base for base in mro if name in vars(base)), None)
        if home is None:
            continue
        value = vars(home)[name]
        kind = "data"
        if isinstance(value, (staticmethod, _types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(value, (classmethod, _types.ClassMethodDescriptorType)):
            kind = "class method" if isinstance(value, classmethod) else "method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value) or callable(value) and not isclass(value):
            kind = "method"
        result.append(Attribute(name, kind, home, value))
    return result


def walktree(classes, children, parent):
    result = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        result.append((cls, cls.__bases__))
        if cls in children:
            result.append(walktree(children[cls], children, cls))
    return result


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def getcallargs(func, /, *positional, **named):
    from inspect._signatures import getfullargspec

    spec, name = getfullargspec(func), func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    args, defaults = spec.args, spec.defaults or ()
    values = dict(zip(args, positional))
    if spec.varargs:
        values[spec.varargs] = tuple(positional[len(args):])
    if spec.varkw:
        values[spec.varkw] = {}
    for keyword, value in named.items():
        if keyword not in args + spec.kwonlyargs:
            if not spec.varkw:
                raise TypeError("%s() got an unexpected keyword argument %r" % (name, keyword))
            values[spec.varkw][keyword] = value
            continue
        if keyword in values:
            raise TypeError("%s() got multiple values for argument %r" % (name, keyword))
        values[keyword] = value
    if len(positional) > len(args) and not spec.varargs:
        _refuse_count(name, args, spec.kwonlyargs, spec.varargs, len(defaults), len(positional), values)
    if len(positional) < len(args):
        required = args[:len(args) - len(defaults)]
        _refuse_missing(name, [arg for arg in required if arg not in values], "positional")
        for arg, value in zip(args[len(args) - len(defaults):], defaults):
            values.setdefault(arg, value)
    missing = []
    for keyword in spec.kwonlyargs:
        if keyword not in values:
            if keyword in (spec.kwonlydefaults or {}):
                values[keyword] = spec.kwonlydefaults[keyword]
            else:
                missing.append(keyword)
    _refuse_missing(name, missing, "keyword-only")
    return values


def _refuse_missing(name, missing, kind):
    if not missing:
        return
    names = [repr(arg) for arg in missing]
    if len(names) == 1:
        text = names[0]
    elif len(names) == 2:
        text = "{} and {}".format(*names)
    else:
        text = ", ".join(names[:-2]) + ", {} and {}".format(*names[-2:])
    raise TypeError("%s() missing %i required %s argument%s: %s" % (
        name, len(names), kind, "" if len(names) == 1 else "s", text))


def _refuse_count(name, args, kwonly, varargs, defaults, given, values):
    least = len(args) - defaults
    kwonly_given = len([arg for arg in kwonly if arg in values])
    if varargs:
        plural, text = least != 1, "at least %d" % (least,)
    elif defaults:
        plural, text = True, "from %d to %d" % (least, len(args))
    else:
        plural, text = len(args) != 1, str(len(args))
    extra = ""
    if kwonly_given:
        extra = " positional argument%s (and %d keyword-only argument%s)" % (
            "s" if given != 1 else "", kwonly_given, "s" if kwonly_given != 1 else "")
    raise TypeError("%s() takes %s positional argument%s but %d%s %s given" % (
        name, text, "s" if plural else "", given, extra, "was" if given == 1 and not kwonly_given else "were"))


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    raise RuntimeError("inspect.getclosurevars() is refused: a function's names are not kept")
