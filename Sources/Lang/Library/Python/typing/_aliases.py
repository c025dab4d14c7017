"""Types with parameters: what subscripting a special form or a class gives."""
import typing._variables as _variables
from typing._variables import _Form, _is_parameter_list, _parameters, _substituted, TypeVarTuple

__name__ = "typing"


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def _type_repr(value):
    """How the texts of types show a part."""
    if isinstance(value, _variables._BuiltinAlias):
        return repr(value)
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, type(_type_repr)):
        return value.__name__
    return repr(value)


class _BaseGenericAlias(_Form, _root=True):
    """What stands for a class, and gives its attributes for its own."""

    def __init__(self, origin, *, inst=True, name=None):
        self.__origin__, self._name, self._inst = origin, name, inst

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        from typing._generic import Generic
        result = [] if self.__origin__ in bases else [self.__origin__]
        rest = bases[bases.index(self) + 1:]
        if not any(isinstance(each, _BaseGenericAlias) or isinstance(each, type) and issubclass(each, Generic)
                   for each in rest):
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__") and "__origin__" in self.__dict__:
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in ("_name", "_inst", "_count", "_defaults"):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __dir__(self):
        return list({*super().__dir__(), *[name for name in dir(self.__origin__) if not _is_dunder(name)]})

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A subscripted form or class."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters(args)
        if not name:
            self.__module__ = origin.__module__

    def __getitem__(self, given):
        from typing._generic import Generic, Protocol
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        return self.copy_with(_substituted(self, self.__args__, given))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __mro_entries__(self, bases):
        from typing._forms import _SpecialForm
        from typing._generic import Generic, Protocol
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            # Another base brings it along.
            rest = bases[bases.index(self) + 1:]
            if Protocol in bases or any(isinstance(each, _BaseGenericAlias) and each is not self for each in rest):
                return ()
        return (self.__origin__,)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __reduce__(self):
        from operator import getitem
        import typing
        args = self.__args__
        return getitem, (getattr(typing, self._name) if self._name else self.__origin__,
                         args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __iter__(self):
        from typing._forms import Unpack
        yield Unpack[self]


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, args):
        from typing._forms import Union
        return Union[args]

    def __eq__(self, other):
        if isinstance(other, (_UnionGenericAlias, _variables._UnionType)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        others = [arg for arg in self.__args__ if arg is not type(None)]
        if len(self.__args__) == 2 and len(others) == 1:
            return f"typing.Optional[{_type_repr(others[0])}]"
        return f"typing.Union[{', '.join(map(_type_repr, self.__args__))}]"

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any([issubclass(cls, arg) for arg in self.__args__])


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _pairs(self):
        return {(value, type(value)) for value in self.__args__}

    def __eq__(self, other):
        return self._pairs() == other._pairs() if isinstance(other, _LiteralGenericAlias) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self._pairs()))


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __repr__(self):
        if len(self.__args__) == 2 and _is_parameter_list(self.__args__[0]):
            return super().__repr__()
        *parameters, result = map(_type_repr, self.__args__)
        return f"typing.Callable[[{', '.join(parameters)}], {result}]"

    def __reduce__(self):
        from operator import getitem
        import typing
        args = self.__args__
        if not (len(args) == 2 and _is_parameter_list(args[0])):
            args = list(args[:-1]), args[-1]
        return getitem, (typing.Callable, args)


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    _is_concatenation = True
    __iter__ = None

    def copy_with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = (*args[:-1], *args[-1].__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    __typing_is_unpacked__ = True

    def __repr__(self):
        return "*" + repr(self.__args__[0])

    def __getitem__(self, given):
        if self.__typing_is_unpacked_typevartuple__:
            return given
        return super().__getitem__(given)

    @property
    def __typing_unpacked_tuple_args__(self):
        inner = self.__args__[0]
        return inner.__args__ if isinstance(inner, (_GenericAlias, _variables._BuiltinAlias)) else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        return "Annotated" if name in ("__name__", "__qualname__") else super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __reduce__(self):
        from operator import getitem
        import typing
        return getitem, (typing.Annotated, (self.__origin__, *self.__metadata__))


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """The capital names of built-in and abstract classes."""

    __iter__ = None

    def __init__(self, origin, name, count=1, inst=True):
        super().__init__(origin, inst=inst, name=name)
        self._count = count
        self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, given):
        from typing._forms import _check
        if not isinstance(given, tuple):
            given = (given,)
        given = tuple([_check(each, "Parameters to generic types must be types.") for each in given])
        if not self._count:
            raise TypeError(f"{self} is not a generic class")
        if len(given) != self._count:
            raise TypeError(f"Too {'many' if len(given) > self._count else 'few'} arguments for {self}; actual "
                            f"{len(given)}, expected {self._count}")
        return self.copy_with(given)

    def copy_with(self, args):
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, given):
        from typing._forms import _check
        if not isinstance(given, tuple):
            given = (given,)
        if len(given) >= 2 and given[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            return self.copy_with((*[_check(each, message) for each in given[:-1]], ...))
        message = "Tuple[t0, t1, ...]: each t must be a type."
        return self.copy_with(tuple([_check(each, message) for each in given]))


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, given):
        from typing._forms import _check, _converted
        if not isinstance(given, tuple) or len(given) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = given
        result = _check(result, "Callable[args, result]: result must be a type.")
        if not isinstance(parameters, (list, tuple)):
            parameters = (parameters,)
        parameters = [each if each is ... else _converted(each) for each in parameters]
        return self.copy_with((*parameters, result))

    def copy_with(self, args):
        return _CallableGenericAlias(self.__origin__, args, name=self._name, inst=self._inst)
