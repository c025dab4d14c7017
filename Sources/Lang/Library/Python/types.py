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
CodeType = type(getattr(_function, "__code__", None))
CellType = type((lambda a: lambda: a)(0).__closure__[0])
FrameType = type("frame", (), {})
CoroutineType = type("coroutine", (), {})
AsyncGeneratorType = type("async_generator", (), {})
GetSetDescriptorType = type("getset_descriptor", (), {})
MemberDescriptorType = type(_C.slot)


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        pairs = _katydid.attributes(self)
        return "%s(%s)" % (name, ", ".join("%s=%r" % pair for pair in pairs.items()))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return _katydid.attributes(self) == _katydid.attributes(other)
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    keywords = dict(kwds or {})
    metaclass = keywords.pop("metaclass", None) or (type(bases[0]) if bases else type)
    space = {}
    if exec_body is not None:
        exec_body(space)
    return metaclass(name, resolve_bases(bases), space, **keywords)


def resolve_bases(bases):
    result = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            result.extend(base.__mro_entries__(bases))
        else:
            result.append(base)
    return tuple(result)


def get_original_bases(cls, /):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def prepare_class(name, bases=(), kwds=None):
    keywords = dict(kwds or {})
    metaclass = keywords.pop("metaclass", None) or (type(bases[0]) if bases else type)
    return metaclass, {}, keywords


def coroutine(func):
    raise RuntimeError("types.coroutine() is refused: users already run concurrently; write plain functions")
