"""What stands for types in annotations: the special forms, and types in quotes."""
import typing._variables as _variables
from typing._aliases import (
    _AnnotatedAlias, _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias, _SpecialGenericAlias,
    _TupleType, _UnionGenericAlias, _UnpackGenericAlias)
from typing._variables import _Form, ParamSpec, TypeVar

__name__ = "typing"


def _converted(value, module=None, is_class=False):
    if value is None:
        return type(None)
    return ForwardRef(value, module=module, is_class=is_class) if isinstance(value, str) else value


def _check(value, message="Parameters to generic types must be types.", *, is_argument=True, module=None,
           is_special=False, is_class=False):
    """What an annotation means, or the `TypeError` for what can't be one.

    Within a class or a module's annotations `ClassVar` and `Final` are welcome (`is_special`); `Final` is where the
    annotation isn't another type's argument, too."""
    value = _converted(value, module, is_class)
    if isinstance(value, type):
        if value.__module__ == "typing" and value.__name__ in ("Generic", "Protocol"):
            raise TypeError(f"Plain {value} is not valid as type argument")
        return value
    if isinstance(value, _GenericAlias):
        origin = value.__origin__
        is_refused = origin is ClassVar and not is_special or origin is Final and not is_special and is_argument
        is_base = isinstance(origin, type) and origin.__module__ == "typing" and origin.__name__ in (
            "Generic", "Protocol")
        if is_refused or is_base:
            raise TypeError(f"{value} is not valid as type argument")
        return value
    if isinstance(value, _SpecialForm):
        if value in _ALONE or is_special and value in (ClassVar, Final):
            return value
        raise TypeError(f"Plain {value} is not valid as type argument")
    if type(value) is tuple:
        raise TypeError(f"{message} Got {value!r:.100}.")
    return value


class ForwardRef(_Form, _root=True):
    """A type in quotes, which may be defined later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        if not arg:
            raise IndexError("string index out of range")
        # An unpacked tuple is no expression by itself.
        try:
            self.__forward_code__ = compile(f"({arg},)[0]" if arg.startswith("*") else arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__, self.__forward_module__ = arg, module
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class

    def _evaluate(self, globalns, localns, guard):
        if self.__forward_arg__ in guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            import sys
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        from typing._hints import _evaluated
        meant = _check(eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
                       is_argument=self.__forward_is_argument__, is_special=self.__forward_is_class__)
        self.__forward_value__ = _evaluated(meant, globalns, localns, guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


class _SpecialForm(_Form, _root=True):
    __iter__ = None

    def __init__(self, name, make=None):
        self._name, self._make = name, make

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, given):
        if self._make is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._make(self, given)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")


def _make_union(form, given):
    if given == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(given, tuple):
        given = (given,)
    flat = []
    for value in [_check(each, "Union[arg, ...]: each arg must be a type.") for each in given]:
        inner = value.__args__ if isinstance(value, (_UnionGenericAlias, _variables._UnionType)) else (value,)
        flat += [one for one in inner if one not in flat]
    # All must be hashable.
    set(flat)
    if len(flat) == 1:
        return flat[0]
    is_optional = len(flat) == 2 and type(None) in flat
    return _UnionGenericAlias(form, tuple(flat), name="Optional" if is_optional else None)


def _make_optional(form, given):
    return Union[_check(given, f"{form} requires a single type."), type(None)]


def _make_literal(form, given):
    if not isinstance(given, tuple):
        given = (given,)
    flat = []
    for value in given:
        flat += value.__args__ if isinstance(value, _LiteralGenericAlias) else [value]
    try:
        flat = list({(value, type(value)): value for value in flat}.values())
    except TypeError:
        # What can't be hashed is allowed, and not compared.
        pass
    return _LiteralGenericAlias(form, tuple(flat))


def _make_one(form, given):
    return _GenericAlias(form, (_check(given, f"{form} accepts only single type."),))


def _make_key(form, given):
    return _GenericAlias(form, (_check(given, f"{form._name} accepts only a single type.", is_special=True),))


def _make_unpack(form, given):
    return _UnpackGenericAlias(form, (_check(given, f"{form} accepts only single type."),))


def _make_concatenate(form, given):
    if given == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(given, tuple):
        given = (given,)
    if given[-1] is not ... and not isinstance(given[-1], ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(form, (*[_check(each, message) for each in given[:-1]], given[-1]))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


class Annotated:
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, given):
        if not isinstance(given, tuple) or len(given) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        kind = _check(given[0], "Annotated[t, ...]: t must be a type.", is_special=True)
        return _AnnotatedAlias(kind, tuple(given[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", _make_optional)
Literal = _SpecialForm("Literal", _make_literal)
ClassVar = _SpecialForm("ClassVar", _make_one)
Final = _SpecialForm("Final", _make_one)
TypeGuard = _SpecialForm("TypeGuard", _make_one)
Required = _SpecialForm("Required", _make_key)
NotRequired = _SpecialForm("NotRequired", _make_key)
Unpack = _SpecialForm("Unpack", _make_unpack)
Concatenate = _SpecialForm("Concatenate", _make_concatenate)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
# The forms that mean something without brackets.
_ALONE = (LiteralString, NoReturn, Never, Self, TypeAlias)

AnyStr = TypeVar("AnyStr", bytes, str)
AnyStr.__module__ = "typing"
List = _SpecialGenericAlias(list, "List", inst=False)
Dict = _SpecialGenericAlias(dict, "Dict", 2, inst=False)
Set = _SpecialGenericAlias(set, "Set", inst=False)
FrozenSet = _SpecialGenericAlias(frozenset, "FrozenSet", inst=False)
Tuple = _TupleType(tuple, "Tuple", -1, inst=False)
Type = _SpecialGenericAlias(type, "Type", inst=False)
Text = str
