"""The types of things that have no built-in name."""
import _katydid
import sys as _sys


def _function():
    yield 1


class _C:
    __slots__ = ("slot",)

    def method(self):
        pass


FunctionType = LambdaType = type(_function)
GeneratorType = type(_function())
BuiltinFunctionType = BuiltinMethodType = type(len)
MethodType = type(_C().method)
MethodDescriptorType = ClassMethodDescriptorType = WrapperDescriptorType = type(str.join)
MethodWrapperType = type([].append)
ModuleType = type(_sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)
MappingProxyType = type(type.__dict__)
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)
CodeType = type(getattr(_function, "__code__", None))
CellType = type((lambda a: lambda: a)(0).__closure__[0])
CoroutineType = type("coroutine", (), {})
AsyncGeneratorType = type("async_generator", (), {})
GetSetDescriptorType = type(int.real)
MemberDescriptorType = type(_C.slot)


# The namespaces whose repr is being made, for those that contain themselves.
_shown = set()


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _shown:
            return f"{name}(...)"
        _shown.add(id(self))
        try:
            pairs = _katydid.attributes(self)
            return "%s(%s)" % (name, ", ".join(["%s=%r" % pair for pair in pairs.items()]))
        finally:
            _shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return _katydid.attributes(self) == _katydid.attributes(other)
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    """What a class statement does; `exec_body` is given the space to fill."""
    resolved = resolve_bases(bases)
    metaclass, space, keywords = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(space)
    if resolved is not bases:
        space["__orig_bases__"] = bases
    return metaclass(name, resolved, space, **keywords)


def resolve_bases(bases):
    """The bases, with what stands for others replaced by them; the same tuple when nothing does."""
    result, is_changed = [], False
    for base in bases:
        if isinstance(base, type) and not isinstance(base, GenericAlias) or not hasattr(base, "__mro_entries__"):
            result.append(base)
            continue
        is_changed = True
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        result.extend(entries)
    return tuple(result) if is_changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass of a class to be made, the space that it wants, and the other keywords."""
    keywords = dict(kwds or {})
    if "metaclass" in keywords:
        metaclass = keywords.pop("metaclass")
    else:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        # The most derived of them all makes the class.
        for kind in [type(base) for base in bases]:
            if issubclass(kind, metaclass):
                metaclass = kind
            elif not issubclass(metaclass, kind):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                "of the metaclasses of all its bases")
    space = metaclass.__prepare__(name, bases, **keywords) if hasattr(metaclass, "__prepare__") else {}
    return metaclass, space, keywords


def coroutine(func):
    raise RuntimeError("types.coroutine() is refused: users already run concurrently; write plain functions")


_katydid.set_message_name(SimpleNamespace, "types.SimpleNamespace")
