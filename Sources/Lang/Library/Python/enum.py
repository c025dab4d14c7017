"""Enumerations: classes whose attributes are their instances."""
import _enum_type
from _enum_body import (
    auto, bits_of as _bits_of, is_descriptor as _is_descriptor, is_dunder as _is_dunder, is_private as _is_private,
    is_sunder as _is_sunder, member, nonmember, property, shown_bits as _shown_bits, warn as _warn)
from _enum_type import EnumType

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE"]

EnumMeta = EnumType


def _is_ejecting(cls):
    return _enum_type._is_flag(cls) and cls._boundary_ is EJECT


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        known = cls._known(value)
        if known is not None:
            return known
        if not cls.__members__:
            raise TypeError("%r has no members defined" % cls)
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as caught:
            error = caught
        if isinstance(result, cls) or isinstance(result, int) and _is_ejecting(cls):
            return result
        invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if error is None:
            if result is None:
                raise invalid
            error = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                              % (cls.__name__, result))
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        last = last_values[-1]
        try:
            if max(last_values) == last:
                return last + 1
        except TypeError:
            pass
        _warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support"
              " adding +1\nand the value returned will be the largest value in the enum incremented by 1", 3)
        try:
            last_values.sort()
        except TypeError:
            pass
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
        cls = self.__class__
        return "<%s.%s: %s>" % (cls.__name__, self._name_, (cls._value_repr_ or repr)(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {"name", "value"}
        if self.__class__._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update(name for name in getattr(self, "__dict__", ()) if name[0] != "_")
        for cls in self.__class__.mro():
            for name, found in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(found, property) and found.fget is None and name in self._member_map_:
                    names.discard(name)
                else:
                    names.add(name)
        return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return getattr, (self.__class__, self._name_)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


_enum_type.Enum = Enum


class ReprEnum(Enum):
    """Enumerations whose members are shown as their values."""


_enum_type.ReprEnum = ReprEnum


class IntEnum(int, ReprEnum):
    """Enumerations of ints."""


class StrEnum(str, ReprEnum):
    """Enumerations of texts."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        for what, value in zip(("encoding", "errors"), values[1:]):
            if not isinstance(value, str):
                raise TypeError("%s must be a string, not %r" % (what, value))
        text = str(*values)
        result = str.__new__(cls, text)
        result._value_ = text
        return result

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Enumerations whose members are bits, and can be combined."""

    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return 1 if start is None else start
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % highest) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        return (cls._value2member_map_.get(bit) for bit in _bits_of(value & cls._flag_mask_))

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        return iter(sorted(cls._iter_member_by_value_(value), key=lambda item: item._sort_order_))

    @classmethod
    def _missing_(cls, value):
        """The combination of members that a number says."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, all_bits, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                                 % (cls, value, _shown_bits(value, width), _shown_bits(mask, width)))
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif boundary is not KEEP:
                raise ValueError("%r unknown flag boundary %r" % (cls, boundary))
            elif value < 0:
                value += max(all_bits + 1, 1 << value.bit_length())
        given = value
        if value < 0:
            value += all_bits + 1
        unknown, singles = value & ~mask, cls._singles_mask_
        if unknown and boundary is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]"
                             % (cls.__name__, value, unknown, _shown_bits(unknown)))
        kind = cls._member_type_
        item = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        if not hasattr(item, "_value_"):
            item._value_ = value
        item._name_ = None
        parts = list(cls._iter_member_(value & singles))
        if value & ~singles:
            # Bits that no member has alone are those of the members that have several.
            parts += [part for part in cls._member_map_.values()
                      if part not in parts and part._value_ and part._value_ & value == part._value_]
        covered = 0
        for part in parts:
            covered |= part._value_
        rest = value ^ covered
        if covered:
            if rest and boundary is STRICT:
                raise ValueError("%r: no members with value %r" % (cls, rest))
            names = [part._name_ for part in parts]
            item._name_ = "|".join(names + [cls._numeric_repr_(rest)] if rest else names)
        item = cls._value2member_map_.setdefault(value, item)
        if given < 0:
            cls._value2member_map_[given] = item
        return item

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        name = "" if self._name_ is None else "." + self._name_
        return "<%s%s: %s>" % (cls.__name__, name, (cls._value_repr_ or repr)(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _bits(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        is_data = self._member_type_ is not object and isinstance(other, self._member_type_)
        return other if is_data else None

    def __or__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._inverted_ is None:
            is_open = self._boundary_ in (EJECT, KEEP)
            value = ~self._value_ if is_open else self._singles_mask_ & ~self._value_
            self._inverted_ = self.__class__(value)
        return self._inverted_


_enum_type.Flag = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


from _enum_checks import (  # They need what is above.
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr, global_str,
    show_flag_values, unique, verify, _simple_enum)
