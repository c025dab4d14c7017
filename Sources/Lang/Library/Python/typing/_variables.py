"""Type variables, and what takes their places when a type with parameters is given some."""
import _katydid

__name__ = "typing"

_BuiltinAlias, _UnionType = type(list[int]), type(int | str)


def _caller():
    """The name of the module in which something is being defined."""
    site = _katydid.call_site()
    return "__main__" if site is None else site[3]


class _Final:
    """Can't be subclassed but by the library itself, which says so by `_root`."""

    def __init_subclass__(cls, /, *args, _root=False, **kwargs):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _Form(_Final, _root=True):
    """What may stand where a type is expected, and be joined to others by `|`."""

    def __or__(self, other):
        from typing._forms import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing._forms import Union
        return Union[other, self]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Variable(_Form, _root=True):
    """What variables have in common: a name, the module they belong to, and what they may stand for."""

    def _define(self, name, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__, self.__module__ = name, _caller()
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        if bound is None:
            self.__bound__ = None
        else:
            from typing._forms import _check
            self.__bound__ = _check(bound, "Bound must be a type.")

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Variable, _root=True):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._define(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints:
            from typing._forms import _check
            message = "TypeVar(name, constraint, ...): constraints must be types."
            constraints = tuple([_check(each, message) for each in constraints])
        self.__constraints__ = constraints

    def __typing_subst__(self, arg):
        from typing._forms import _check
        arg = _check(arg, "Parameters to generic types must be types.")
        if _is_unpacked(arg):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class _ParamSpecPart(_Form, _root=True):
    """`P.args` or `P.kwargs`."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_ParamSpecPart, _root=True):
    _part = "args"


class ParamSpecKwargs(_ParamSpecPart, _root=True):
    _part = "kwargs"


class ParamSpec(_Variable, _root=True):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._define(name, bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            from typing._forms import _check
            return tuple([_check(each, "Expected a type.") for each in arg])
        if not _is_parameter_list(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        """The arguments with those for this variable in one tuple: it may stand alone without brackets."""
        parameters = alias.__parameters__
        place = parameters.index(self)
        if place >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not _is_parameter_list(args[0]):
            return (args,)
        if isinstance(args[place], list):
            return (*args[:place], tuple(args[place]), *args[place + 1:])
        return args


class TypeVarTuple(_Form, _root=True):
    def __init__(self, name):
        self.__name__, self.__module__ = name, _caller()

    def __iter__(self):
        from typing._forms import Unpack
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeVarTuple")

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """The arguments with those for this variable in one tuple: what the other variables leave."""
        parameters = alias.__parameters__
        place = parameters.index(self)
        behind = len(parameters) - place - 1
        if any(isinstance(other, TypeVarTuple) for other in parameters[place + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        endless = [index for index, arg in enumerate(args) if _endless_item(arg)]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        if not endless:
            if place + behind > len(args):
                raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least "
                                f"{len(parameters) - 1}")
            return (*args[:place], tuple(args[place:len(args) - behind]), *args[len(args) - behind:])
        # An unpacked tuple of any length gives the variables at its sides what they want.
        left = min(place, endless[0])
        right = min(behind, len(args) - endless[0] - 1)
        item = _endless_item(args[endless[0]])[0]
        return (*args[:left], *[item] * (place - left), tuple(args[left:len(args) - right]),
                *[item] * (behind - right), *args[len(args) - right:])


def _unpacked_items(arg):
    """The arguments of an unpacked tuple; None for all else."""
    return None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)


def _endless_item(arg):
    """The type of the items of an unpacked tuple of any length, in a tuple; None for all else."""
    items = _unpacked_items(arg)
    return (items[0],) if items and len(items) == 2 and items[1] is ... else None


def _is_unpacked(arg):
    return not isinstance(arg, type) and getattr(arg, "__typing_is_unpacked__", False)


def _is_parameter_list(arg):
    """Whether something may take the place of a `ParamSpec`."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec)) or getattr(arg, "_is_concatenation", False) is True


def _parameters(args):
    """The variables in arguments, each once, in the order of their first places."""
    found = []
    for arg in args:
        if isinstance(arg, type):
            inner = ()
        elif isinstance(arg, tuple):
            inner = _parameters(arg)
        elif hasattr(arg, "__typing_subst__"):
            inner = (arg,)
        else:
            inner = getattr(arg, "__parameters__", ())
        found += [one for one in inner if one not in found]
    return tuple(found)


def _flat(args):
    """Arguments with unpacked tuples of known length replaced by their items."""
    flat = []
    for arg in args:
        items = _unpacked_items(arg)
        if items is None or items and items[-1] is ...:
            flat.append(arg)
        else:
            flat += items
    return flat


def _prepared(alias, given):
    """What is given to an alias, one for each of its variables."""
    parameters = alias.__parameters__
    for parameter in parameters:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            given = prepare(alias, given)
    if len(given) != len(parameters):
        raise TypeError(f"Too {'many' if len(given) > len(parameters) else 'few'} arguments for {alias}; actual "
                        f"{len(given)}, expected {len(parameters)}")
    return given


def _substituted(alias, args, given):
    """The arguments `args` of an alias with what is `given` in the place of its variables."""
    if not alias.__parameters__:
        raise TypeError(f"{alias} is not a generic class")
    if not isinstance(given, tuple):
        given = (given,)
    from typing._forms import _converted
    given = _prepared(alias, tuple(_flat([_converted(each) for each in given])))
    return tuple(_replaced(args, dict(zip(alias.__parameters__, given)), getattr(alias, "__origin__", None)))


def _replaced(args, chosen, origin):
    result = []
    for arg in args:
        if isinstance(arg, type):
            result.append(arg)
            continue
        if isinstance(arg, tuple):
            result.append(tuple(_replaced(arg, chosen, origin)))
            continue
        substitute = getattr(arg, "__typing_subst__", None)
        if substitute is not None:
            new = substitute(chosen[arg])
        else:
            inner, new = getattr(arg, "__parameters__", ()), arg
            if inner:
                wanted = []
                for one in inner:
                    wanted += chosen[one] if isinstance(one, TypeVarTuple) else [chosen[one]]
                new = arg[tuple(wanted)]
        # A callable's parameters stand beside its result; so do the items of what was unpacked.
        is_spread = getattr(arg, "__typing_is_unpacked_typevartuple__", False) or _is_callable(origin)
        if isinstance(new, tuple) and is_spread:
            result += new
        else:
            result.append(new)
    return result


def _is_callable(origin):
    return isinstance(origin, type) and origin.__name__ == "Callable" and origin.__module__ == "collections.abc"
