"""Enumerations: classes whose attributes are their instances."""
import _katydid
import types as _types

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE"]

_missing = object()
_property = property


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    """A value that the class chooses when it is made. Operators on it wait until then, too."""

    def __init__(self, value=_missing):
        self.value = value
        self._pending = None

    def _later(self, operation, *others):
        result = auto()
        result._pending = (operation, (self,) + others)
        return result

    def __or__(self, other):
        return self._later(lambda a, b: a | b, other)

    def __ror__(self, other):
        return self._later(lambda a, b: b | a, other)

    def __and__(self, other):
        return self._later(lambda a, b: a & b, other)

    def __xor__(self, other):
        return self._later(lambda a, b: a ^ b, other)

    def __invert__(self):
        return self._later(lambda a: ~a)

    def __repr__(self):
        return "auto(%r)" % self.value


class property:
    """An attribute of members that doesn't hide a member of the same name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            found = owner._member_map_.get(self.name) if hasattr(owner, "_member_map_") else None
            if found is None:
                raise AttributeError("%r has no attribute %r" % (owner, self.name))
            return found
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

    def setter(self, fset):
        return property(self.fget, fset, self.fdel)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    prefix = "_%s__" % cls_name.lstrip("_")
    return name.startswith(prefix) and not name.endswith("__")


def _is_descriptor(value):
    return hasattr(type(value), "__get__") or isinstance(value, (type(lambda: 0), classmethod, staticmethod,
                                                                  _property, property, type(len)))


_hooks = {"_ignore_", "_missing_", "_generate_next_value_", "_order_", "__order__", "_numeric_repr_"}


class FlagBoundary:
    def __init__(self, name):
        self.name = name
        self.value = name.lower()

    def __repr__(self):
        return "<FlagBoundary.%s: %r>" % (self.name, self.value)

    def __str__(self):
        return self.value


STRICT = FlagBoundary("STRICT")
CONFORM = FlagBoundary("CONFORM")
EJECT = FlagBoundary("EJECT")
KEEP = FlagBoundary("KEEP")
FlagBoundary.STRICT, FlagBoundary.CONFORM, FlagBoundary.EJECT, FlagBoundary.KEEP = STRICT, CONFORM, EJECT, KEEP


class _Namespace(dict):
    """What functional definitions and class bodies give, with the members' names in order."""


def _mixed_type(bases):
    """The type of data that members are, and the enumeration that is derived from."""
    if not bases:
        return object, Enum
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    data = None
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    data = data or base._member_type_
                    break
            elif "__new__" in base.__dict__ or base in (int, str, float, bytes, tuple, bool):
                data = data or candidate or base
                break
            else:
                candidate = candidate or base
    return data or object, first


class EnumType(type):
    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (cls, base))
        ignored = classdict.get("_ignore_", [])
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        data_type, first_enum = _mixed_type(bases)
        generate = classdict.get("_generate_next_value_")
        if isinstance(generate, staticmethod):
            generate = generate.__func__
        if generate is None:
            generate = first_enum._generate_next_value_
        members, space = {}, {}
        for name, value in classdict.items():
            if name in ignored:
                continue
            if isinstance(value, nonmember):
                space[name] = value.value
            elif isinstance(value, member):
                members[name] = value.value
            elif (_is_dunder(name) or name in _hooks or _is_private(cls, name) or _is_descriptor(value)
                    and not isinstance(value, auto)):
                space[name] = value
            elif _is_sunder(name):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % name)
            else:
                members[name] = value
        if "mro" in members:
            raise ValueError("invalid enum member name(s) 'mro'")
        if "_generate_next_value_" in space and not isinstance(space["_generate_next_value_"], staticmethod):
            space["_generate_next_value_"] = staticmethod(space["_generate_next_value_"])
        own_new = space.pop("__new__", None)
        own_init = "__init__" in space or any("__init__" in b.__dict__ for b in first_enum.__mro__
                                              if isinstance(b, EnumType) and b is not Enum)
        space["_member_names_"] = []
        space["_member_map_"] = {}
        space["_value2member_map_"] = {}
        space["_unhashable_values_"] = []
        space["_member_type_"] = data_type
        space["_flag_mask_"] = 0
        space["_all_bits_"] = 0
        space["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        enum_class = super().__new__(metacls, cls, bases, space, **kwds)
        if own_new is not None:
            maker = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
            enum_class._new_member_ = staticmethod(maker)
        else:
            maker = getattr(enum_class, "_new_member_", None)
        uses_args = maker is not None or data_type is not object
        # What is shown: the method of the nearest enumeration, not of the type of data, but where that is asked for.
        is_plain = ReprEnum is not None and issubclass(enum_class, ReprEnum)
        for method in ("__repr__", "__str__", "__format__"):
            if method in space:
                continue
            for base in enum_class.__mro__[1:]:
                if method in base.__dict__ and (isinstance(base, EnumType) or base not in data_type.__mro__):
                    shown = base.__dict__[method]
                    if base in (Enum, ReprEnum) and is_plain and method != "__repr__":
                        shown = _data_method(method)
                    type.__setattr__(enum_class, method, shown)
                    break
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        last_values = []
        for name, value in members.items():
            if not isinstance(value, tuple):
                value = _resolve(value, name, generate, last_values)
            else:
                value = tuple(_resolve(part, name, generate, last_values) if isinstance(part, auto) else part
                              for part in value)
            args = value if isinstance(value, tuple) else (value,)
            if data_type is tuple:
                args = (args,)
            if maker is not None:
                item = maker(enum_class, *args)
                if not hasattr(item, "_value_"):
                    if data_type is object:
                        item._value_ = value
                    else:
                        item._value_ = data_type(*args)
            elif data_type is object:
                item = object.__new__(enum_class)
                item._value_ = value
            else:
                item = data_type.__new__(enum_class, *args)
                item._value_ = data_type(*args) if data_type is not tuple else tuple(*args)
            value = item._value_
            last_values.append(value)
            known = None
            for other in enum_class._member_map_.values():
                if other._value_ == value:
                    known = other
                    break
            if known is not None:
                item = known
            else:
                item._name_ = name
                item.__objclass__ = enum_class
                item._sort_order_ = len(enum_class._member_names_)
                if own_init:
                    item.__init__(*args)
                single = not is_flag or isinstance(value, int) and value > 0 and value & value - 1 == 0
                if single:
                    enum_class._member_names_.append(name)
                if is_flag and isinstance(value, int):
                    enum_class._flag_mask_ = enum_class._flag_mask_ | value
                try:
                    enum_class._value2member_map_[value] = item
                except TypeError:
                    enum_class._unhashable_values_.append(value)
            enum_class._member_map_[name] = item
            current = enum_class.__dict__.get(name)
            if current is None or not isinstance(current, property):
                type.__setattr__(enum_class, name, item)
        if is_flag:
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
            order = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
            if order != sorted(order):
                enum_class._member_names_.sort(key=lambda name: enum_class._member_map_[name]._value_)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None and type is None:
            return _find(cls, value)
        return _create(cls, value, names, module, type, start, boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True if\n"
                          "obj is a member or a member's value", DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (member.__class__.__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def __dir__(cls):
        return sorted(set(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__",
                           "__len__", "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return _types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__


EnumMeta = EnumType
Enum = ReprEnum = Flag = None


def _data_method(method):
    if method == "__str__":
        return lambda self: str(self._value_)
    return lambda self, spec: format(self._value_, spec)


def _resolve(value, name, generate, last_values):
    if not isinstance(value, auto):
        return value
    if value.value is _missing:
        if value._pending is not None:
            operation, parts = value._pending
            value.value = operation(*[_resolve(part, name, generate, last_values) for part in parts])
        else:
            value.value = generate(name, 1, len(last_values), last_values[:])
    return value.value


def _find(cls, value):
    if type(value) is cls:
        return value
    try:
        return cls._value2member_map_[value]
    except KeyError:
        pass
    except TypeError:
        for item in cls._member_map_.values():
            if item._value_ == value:
                return item
    error = None
    try:
        result = cls._missing_(value)
    except Exception as caught:
        error, result = caught, None
    if isinstance(result, cls) or Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT \
            and isinstance(result, int):
        return result
    invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
    if result is None and error is None:
        raise invalid
    if error is None:
        error = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                          % (cls.__name__, result))
    if not isinstance(error, ValueError):
        error.__context__ = invalid
    raise error


def _create(cls, class_name, names, module, type, start, boundary):
    bases = (cls,) if type is None else (type, cls)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    space = {}
    values = []
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        pairs = []
        for count, name in enumerate(names):
            value = cls._generate_next_value_(name, start, count, values[:])
            values.append(value)
            pairs.append((name, value))
        names = pairs
    for item in names or ():
        name, value = (item, names[item]) if isinstance(item, str) else item
        space[name] = value
    metaclass = cls.__class__
    result = metaclass.__new__(metaclass, class_name, bases, space, boundary=boundary)
    _katydid.set_module(result, module or "__main__")
    return result


class Enum(metaclass=EnumType):
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _member_type_ = object

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        data = self.__class__._member_type_
        shown = repr(self._value_)
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, shown)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        return ["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"]

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return True if self is other else NotImplemented

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class ReprEnum(Enum):
    """Enumerations whose members are shown as their values."""


class IntEnum(int, ReprEnum):
    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return int.__eq__(self, other)


class StrEnum(str, ReprEnum):
    @staticmethod
    def _new_member_(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        value = str(*values)
        result = str.__new__(cls, value)
        result._value_ = value
        return result

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return str.__eq__(self, other)


def _bits_of(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _binary(value, bits):
    width = bits.bit_length()
    if value >= 0:
        text = bin(value)[2:].rjust(width, "0")
        return "0b0 " + text
    text = bin(~value ^ (1 << max(width, (~value).bit_length())) - 1)[2:]
    return "0b1 " + text.rjust(width, "1")


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 2 ** highest.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % highest) from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        negative = value if value < 0 else None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                                 % (cls, value, _binary(value, 1 << width - 1), _binary(mask, 1 << width - 1)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value &= all_bits if cls._boundary_ is KEEP else mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            item = object.__new__(cls)
        else:
            item = cls._member_type_.__new__(cls, value)
        item._value_ = value
        names = [member._name_ for member in cls if member._value_ & value]
        unknown = value & ~mask
        if names:
            if unknown:
                names.append(cls._numeric_repr_(unknown))
            item._name_ = "|".join(names)
        elif unknown and False:
            item._name_ = None
        else:
            item._name_ = None
        cls._value2member_map_[value] = item
        return item

    def __iter__(self):
        cls = self.__class__
        return (cls._value2member_map_[bit] for bit in _bits_of(self._value_ & cls._flag_mask_)
                if bit in cls._value2member_map_)

    def __len__(self):
        return bin(self._value_).count("1")

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __repr__(self):
        shown = self._numeric_repr_(self._value_) if self.__class__._member_type_ is not object else repr(self._value_)
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, shown)
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, shown)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self.__class__._member_type_ is not object and isinstance(other, self.__class__._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._flag_mask_ & ~self._value_)

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return int.__eq__(self, other)

    def __str__(self):
        return repr(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec)

    def __repr__(self):
        return Flag.__repr__(self)

    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def unique(enumeration):
    duplicates = [(name, item._name_) for name, item in enumeration.__members__.items() if name != item._name_]
    if duplicates:
        text = ", ".join("%s -> %s" % pair for pair in duplicates)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, text))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck.CONTINUOUS, EnumCheck.NAMED_FLAGS, EnumCheck.UNIQUE


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(name, item._name_) for name, item in enumeration.__members__.items()
                              if name != item._name_]
                if duplicates:
                    text = ", ".join("%s -> %s" % pair for pair in duplicates)
                    raise ValueError("aliases found in %r: %s" % (enumeration, text))
            elif check is CONTINUOUS:
                values = sorted(item._value_ for item in enumeration)
                if len(values) > 1:
                    if issubclass(enumeration, Flag):
                        gaps = [bit for bit in _bits_of(2 ** values[-1].bit_length() - 1)
                                if bit > values[0] and bit not in values]
                    else:
                        gaps = [number for number in range(values[0], values[-1]) if number not in values]
                    if gaps:
                        kind = "flag" if issubclass(enumeration, Flag) else "enum"
                        raise ValueError(("invalid %s %r: missing values %s" % (
                            kind, enumeration.__name__, ", ".join(map(str, gaps))))[:256])
            elif check is NAMED_FLAGS:
                bad = [name for name, item in enumeration.__members__.items()
                       if item._value_ & ~sum(member._value_ for member in enumeration)]
                if bad:
                    raise ValueError("invalid Flag %r: alias%s %s missing combined values" % (
                        enumeration.__name__, "" if len(bad) == 1 else "es", ", ".join(bad)))
        return enumeration


def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    return global_enum_repr(self)


def global_str(self):
    return self._name_ or str(self._value_)


def global_enum(cls, update_str=False):
    cls.__repr__ = global_enum_repr
    return cls


DynamicClassAttribute = property
