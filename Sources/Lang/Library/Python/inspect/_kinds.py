"""What objects are, and what is in them."""
import types as _types
from collections.abc import Awaitable as _Awaitable

__name__ = "inspect"

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512


def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, _types.MethodType) and not _is_of_built_in(object)


def _is_of_built_in(object):
    """Whether a bound method is one of a built-in class, which CPython has no methods but functions for."""
    return isinstance(object.__func__, (_types.BuiltinFunctionType, _types.MethodDescriptorType))


def isfunction(object):
    return isinstance(object, _types.FunctionType)


def isbuiltin(object):
    if isinstance(object, _types.MethodType):
        return _is_of_built_in(object)
    return isinstance(object, _types.BuiltinFunctionType) and not ismethodwrapper(object)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
            or ismethodwrapper(object))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isgetsetdescriptor(object):
    return isinstance(object, _types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, _types.MemberDescriptorType)


def ismethodwrapper(object):
    # An operator's method, bound; the others of built-in objects are of the same class here.
    if not isinstance(object, _types.BuiltinFunctionType):
        return False
    name, owner = getattr(object, "__name__", ""), getattr(object, "__self__", None)
    return name[:2] == "__" and name[-2:] == "__" and owner is not None and not ismodule(owner)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def isgeneratorfunction(obj):
    while ismethod(obj) or hasattr(obj, "func") and hasattr(obj, "keywords"):
        obj = obj.__func__ if ismethod(obj) else obj.func
    return isfunction(obj) and bool(obj.__code__.co_flags & CO_GENERATOR)


def iscoroutinefunction(obj):
    return False


def isasyncgenfunction(obj):
    return False


def iscoroutine(object):
    return False


def isasyncgen(object):
    return False


def isawaitable(object):
    return isinstance(object, _Awaitable)


def istraceback(object):
    return isinstance(object, _types.TracebackType)


def isframe(object):
    return isinstance(object, _types.FrameType)


def iscode(object):
    return isinstance(object, _types.CodeType)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmodulename(path):
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(obj):
    """The text of what a class, a method or a property takes the place of."""
    if isclass(obj):
        return next((base.__doc__ for base in obj.__mro__ if base is not object and base.__doc__ is not None), None)
    name = getattr(obj, "__name__", None)
    if ismethod(obj):
        owner = obj.__self__
        places = owner.__mro__ if isclass(owner) else type(owner).__mro__
    elif isfunction(obj):
        places = _class_of(obj)
    elif isinstance(obj, property):
        name = getattr(obj.fget, "__name__", None)
        places = _class_of(obj.fget)
    else:
        return None
    for base in places:
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def _class_of(function):
    """The class in which a function is written, by its name, and those that it derives from."""
    import sys

    found = sys.modules.get(getattr(function, "__module__", None))
    names = getattr(function, "__qualname__", "").split(".")[:-1]
    for name in names:
        found = getattr(found, name, None)
    return found.__mro__ if names and isclass(found) else ()


_NOTHING = object()


def getattr_static(obj, attr, default=_NOTHING):
    is_class = isinstance(obj, type)
    cls = obj if is_class else type(obj)
    own = _NOTHING if is_class else dict.get(_own_attributes(obj, cls), attr, _NOTHING)
    found = _in_classes(cls, attr)
    if own is not _NOTHING and found is not _NOTHING:
        # A descriptor that can be set comes before what the object has.
        if hasattr(type(found), "__get__") and hasattr(type(found), "__set__"):
            return found
    for value in (own, found, _in_classes(type(cls), attr) if is_class else _NOTHING):
        if value is not _NOTHING:
            return value
    if default is _NOTHING:
        raise AttributeError(attr)
    return default


def _in_classes(cls, attr):
    for base in type.__getattribute__(cls, "__mro__"):
        space = type.__getattribute__(base, "__dict__")
        if attr in space:
            return space[attr]
    return _NOTHING


def _own_attributes(obj, cls):
    """What an object has itself; nothing where its class says otherwise what that is."""
    if isinstance(_in_classes(cls, "__dict__"), property):
        return {}
    try:
        return object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return {}
