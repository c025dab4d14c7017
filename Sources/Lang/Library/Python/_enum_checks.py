"""Decorators of enumerations: those that check one, and those that show members as globals of their module."""
import sys
from _enum_body import bits_of, is_single_bit
from enum import KEEP, Enum, Flag, ReprEnum, StrEnum


class EnumCheck(StrEnum):
    """What `verify` can check."""
    __module__ = "enum"
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def show_flag_values(value):
    return list(bits_of(value.value if isinstance(value, Enum) else value))


def _aliases(enumeration):
    """The second names of members, as text; empty where there are none."""
    return ", ".join("%s -> %s" % (name, item.name)
                     for name, item in enumeration.__members__.items() if name != item.name)


def unique(enumeration):
    found = _aliases(enumeration)
    if found:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, found))
    return enumeration


class verify:
    """Refuses an enumeration that isn't what the checks say."""
    __module__ = "enum"

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                found = _aliases(enumeration)
                if found:
                    raise ValueError("aliases found in %r: %s" % (enumeration, found))
            elif check is CONTINUOUS:
                self._check_gaps(enumeration)
            elif check is NAMED_FLAGS:
                self._check_names(enumeration)
        return enumeration

    @staticmethod
    def _check_gaps(enumeration):
        values = {item.value for item in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            kind, between = "flag", [1 << place for place in range(low.bit_length(), high.bit_length() - 1)]
        else:
            kind, between = "enum", range(low + 1, high)
        gaps = [value for value in between if value not in values]
        if gaps:
            text = "invalid %s %r: missing values %s" % (kind, enumeration.__name__, ", ".join(map(str, gaps)))
            raise ValueError(text[:256])

    @staticmethod
    def _check_names(enumeration):
        known = [item.value for item in enumeration]
        names, missing = [], 0
        for name, item in enumeration._member_map_.items():
            if name in enumeration._member_names_ or item.value < 0:
                continue
            unnamed = [bit for bit in bits_of(item.value) if bit not in known]
            if unnamed:
                names.append(name)
                for bit in unnamed:
                    missing |= bit
        if not names:
            return
        if len(names) == 1:
            who = "alias %s is missing" % names[0]
        else:
            who = "aliases %s and %s are missing" % (", ".join(names[:-1]), names[-1])
        what = "value" if is_single_bit(missing) else "combined values of"
        raise ValueError("invalid Flag %r: %s %s 0x%x [use enum.show_flag_values(value) for details]"
                         % (enumeration.__name__, who, what, missing))


def _module(self):
    return self.__class__.__module__.split(".")[-1]


def global_enum_repr(self):
    return "%s.%s" % (_module(self), self._name_)


def global_flag_repr(self):
    module = _module(self)
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join(name if self._boundary_ is KEEP and name[0].isdigit() else "%s.%s" % (module, name)
                    for name in self._name_.split("|"))


def global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Makes an enumeration of a plain class."""
    def convert(cls):
        maker = type(etype)
        body = maker.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                body[name] = value
        return maker(cls.__name__, (etype,), body, boundary=boundary)

    return convert
