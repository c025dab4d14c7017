"""What stands for types in annotations: special forms, aliases with parameters, variables."""

__name__ = "typing"

_GenericAlias, _UnionType = type(list[int]), type(int | str)


def _type_repr(value):
    if isinstance(value, _GenericAlias):
        return repr(value)
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    if value is ...:
        return "..."
    if isinstance(value, type(_type_repr)):
        return value.__name__
    if isinstance(value, list):
        return "[" + ", ".join(map(_type_repr, value)) + "]"
    return repr(value)


def _check(value, message="Parameters to generic types must be types."):
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    if isinstance(value, (int, float, bytes)) and not isinstance(value, type):
        raise TypeError("%s Got %.100r." % (message, value))
    return value


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, list):
            found += [one for one in _parameters(arg) if one not in found]
        else:
            found += [one for one in getattr(arg, "__parameters__", ()) if one not in found
                      and not isinstance(arg, type)]
    return tuple(found)


class _Base:
    """What may stand where a type is expected."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate %r" % (self,))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __instancecheck__(self, obj):
        raise TypeError("%r cannot be used with isinstance()" % (self,))

    def __subclasscheck__(self, cls):
        raise TypeError("%r cannot be used with issubclass()" % (self,))


class ForwardRef(_Base):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__


class _SpecialForm(_Base):
    def __init__(self, name, make=None):
        self._name = self.__name__ = name
        self._make = make

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError("%r is not subscriptable" % (self,))
        return self._make(self, parameters)

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % (self,))


class _Alias(_Base):
    """A subscripted form or class."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __call__(self, *args, **kwargs):
        if self._name == "Type" or not isinstance(self.__origin__, type):
            raise TypeError("Cannot instantiate %r" % (self,))
        if self._name is not None:
            raise TypeError("Type %s cannot be instantiated; use %s() instead"
                            % (self._name, self.__origin__.__name__))
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __getitem__(self, parameters):
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % (self,))
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if len(parameters) != len(self.__parameters__):
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % (
                "many" if len(parameters) > len(self.__parameters__) else "few", self, len(parameters),
                len(self.__parameters__)))
        chosen = dict(zip(self.__parameters__, map(_check, parameters)))
        return _Alias(self.__origin__, tuple(_substitute(arg, chosen) for arg in self.__args__), self._name)

    def __mro_entries__(self, bases):
        from typing._generic import Generic

        if self._name is not None and self.__origin__ is not Generic and not isinstance(self.__origin__, type):
            raise TypeError("Cannot subclass %r" % (self,))
        if self.__origin__ is Generic:
            if any(isinstance(base, type) and issubclass(base, Generic) for base in bases):
                return ()
            if any(isinstance(base, _Alias) and base is not self and base.__origin__ is not Generic
                   and isinstance(base.__origin__, type) and issubclass(base.__origin__, Generic) for base in bases):
                return ()
            return (Generic,)
        return (self.__origin__,)

    def __repr__(self):
        origin = self.__origin__
        if origin is Union and len(self.__args__) == 2 and type(None) in self.__args__:
            one = self.__args__[0] if self.__args__[1] is type(None) else self.__args__[1]
            return "typing.Optional[%s]" % _type_repr(one)
        if self._name == "Callable":
            if self.__args__[0] is ...:
                return "typing.Callable[..., %s]" % _type_repr(self.__args__[-1])
            return "typing.Callable[[%s], %s]" % (", ".join(map(_type_repr, self.__args__[:-1])),
                                                  _type_repr(self.__args__[-1]))
        if origin is Literal:
            return "typing.Literal[%s]" % ", ".join(map(repr, self.__args__))
        if self._name is not None:
            name = "typing." + self._name
        else:
            name = _type_repr(origin)
        return "%s[%s]" % (name, ", ".join(map(_type_repr, self.__args__)) or "()")

    def __eq__(self, other):
        if not isinstance(other, _Alias) or self.__origin__ is not other.__origin__:
            return NotImplemented
        if self.__origin__ in (Union, Literal):
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ in (Union, Literal):
            return hash(frozenset(self.__args__))
        return hash((self.__origin__ if isinstance(self.__origin__, type) else self._name, self.__args__))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _substitute(arg, chosen):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return chosen.get(arg, arg)
    inner = getattr(arg, "__parameters__", ())
    if inner and not isinstance(arg, type):
        return arg[tuple(chosen.get(one, one) for one in inner)]
    return arg


class _ClassForm(_Base):
    """The capital names of built-in and abstract classes."""

    def __init__(self, origin, name, count=1):
        self.__origin__ = origin
        self._name = self.__name__ = name
        self._count = count

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self._name == "Tuple":
            if parameters == ((),):
                parameters = ()
        elif self._count and len(parameters) != self._count:
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % (
                "many" if len(parameters) > self._count else "few", self, len(parameters), self._count))
        return _Alias(self.__origin__, tuple(map(_check, parameters)), self._name)

    def __call__(self, *args, **kwargs):
        if self.__origin__.__module__ == "collections":
            return self.__origin__(*args, **kwargs)
        raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)


def _make_union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in map(_check, parameters):
        if isinstance(parameter, _Alias) and parameter.__origin__ is Union:
            inner = parameter.__args__
        elif isinstance(parameter, _UnionType):
            inner = parameter.__args__
        else:
            inner = (parameter,)
        flat += [one for one in inner if one not in flat]
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat), "Union")


def _make_optional(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError("%s requires a single type. Got %.100r." % (form, parameter))
    return Union[parameter, type(None)]


def _make_literal(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        is_literal = isinstance(parameter, _Alias) and parameter.__origin__ is Literal
        for one in parameter.__args__ if is_literal else (parameter,):
            if not any(type(one) is type(other) and one == other for other in flat):
                flat.append(one)
    return _Alias(Literal, tuple(flat), "Literal")


def _make_one(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError("%s accepts only single type. Got %.100r." % (form, parameter))
    return _Alias(form, (_check(parameter),), form._name)


def _make_annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    first = _check(parameters[0])
    if isinstance(first, _Annotated):
        return _Annotated(first.__origin__, first.__metadata__ + tuple(parameters[1:]))
    return _Annotated(first, tuple(parameters[1:]))


class _Annotated(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (_type_repr(self.__origin__), ", ".join(map(repr, self.__metadata__)))

    def __eq__(self, other):
        return isinstance(other, _Annotated) and (self.__origin__, self.__metadata__) == (other.__origin__,
                                                                                        other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getitem__(self, parameters):
        inner = self.__origin__
        if isinstance(inner, TypeVar):
            chosen = parameters[0] if isinstance(parameters, tuple) else parameters
            return _Annotated(_check(chosen), self.__metadata__)
        return _Annotated(inner[parameters], self.__metadata__)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)


def _make_many(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _Alias(form, tuple(map(_check, parameters)), form._name)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", _make_optional)
Literal = _SpecialForm("Literal", _make_literal)
ClassVar = _SpecialForm("ClassVar", _make_one)
Final = _SpecialForm("Final", _make_one)
Annotated = _SpecialForm("Annotated", _make_annotated)
TypeGuard = _SpecialForm("TypeGuard", _make_one)
Required = _SpecialForm("Required", _make_one)
NotRequired = _SpecialForm("NotRequired", _make_one)
Unpack = _SpecialForm("Unpack", _make_one)
Concatenate = _SpecialForm("Concatenate", _make_many)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")


class TypeVar(_Base):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(map(_check, constraints))
        self.__bound__ = None if bound is None else _check(bound)
        self.__covariant__, self.__contravariant__ = covariant, contravariant

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeVar")


class ParamSpec(_Base):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.args = _SpecialForm("%s.args" % name)
        self.kwargs = _SpecialForm("%s.kwargs" % name)

    def __repr__(self):
        return "~" + self.__name__


class TypeVarTuple(_Base):
    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)
List = _ClassForm(list, "List")
Dict = _ClassForm(dict, "Dict", 2)
Set = _ClassForm(set, "Set")
FrozenSet = _ClassForm(frozenset, "FrozenSet")
Tuple = _ClassForm(tuple, "Tuple", 0)
Type = _ClassForm(type, "Type")
Text = str
