"""Enumerations: classes whose attributes are their instances."""
import builtins as _builtins
import types as _types
from _enum_body import (
    Awaited as _Awaited, Body as _Body, auto, bits_of as _bits_of, is_descriptor as _is_descriptor,
    is_dunder as _is_dunder, is_private as _is_private, is_single_bit as _is_single_bit, is_sunder as _is_sunder, member,
    nonmember, property, shown_bits as _shown_bits, warn as _warn, words as _words)

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE"]

# They are asked for before they are there.
Enum = Flag = ReprEnum = EJECT = None


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


def _is_enumeration(cls):
    return Enum is not None and issubclass(cls, Enum)


class EnumType(type):
    """The type of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        first_enum = metacls._get_mixins_(cls, bases)[1]
        body = _Body(cls, None)
        if first_enum is not None:
            body["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        for name in [*classdict.get("_ignore_", ()), "_ignore_"]:
            classdict.pop(name, None)
        names = classdict._member_names
        invalid = {"mro", ""}.intersection(names)
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(map(repr, invalid)))
        order = classdict.pop("_order_", None)
        space = dict(classdict.items())
        data_type, first_enum = metacls._get_mixins_(cls, bases)
        maker, is_own, uses_arguments = metacls._find_new_(space, data_type, first_enum)
        mask = 0
        for name in names:
            if isinstance(space[name], int):
                mask |= space[name]
            space[name] = _Awaited(space[name])
        space.update(
            _new_member_=maker, _use_args_=uses_arguments, _member_names_=[], _member_map_={}, _value2member_map_={},
            _unhashable_values_=[], _member_type_=data_type, _value_repr_=metacls._find_data_repr_(cls, bases),
            _boundary_=boundary or getattr(first_enum, "_boundary_", None), _flag_mask_=mask,
            _all_bits_=(1 << mask.bit_length()) - 1, _inverted_=None)
        enum_class = metacls._make(cls, bases, space, kwds)
        space.update(enum_class.__dict__)
        metacls._settle_methods(enum_class, space, bases, data_type, first_enum)
        if Enum is not None:
            if is_own:
                enum_class.__new_member__ = maker
            enum_class.__new__ = Enum.__new__
        order = None if order is None else _words(order)
        if cls != "Flag" if Flag is None else not issubclass(enum_class, Flag):
            for name in ("_boundary_", "_flag_mask_", "_all_bits_", "_inverted_"):
                delattr(enum_class, name)
        elif Flag is not None:
            known = enum_class._member_map_
            values = [item._value_ for item in known.values()]
            enum_class._flag_mask_ = sum({value for value in values if _is_single_bit(value)})
            defined = [item._value_ for item in enum_class]
            if defined != sorted(defined):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
            if order:
                order = [name for name in order if name not in known or _is_single_bit(known[name]._value_)]
        if order:
            names = enum_class._member_names_
            order = [name for name in order if name in names or name not in enum_class._member_map_]
            if order != names:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (names, order))
        return enum_class

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    @classmethod
    def _make(metacls, name, bases, space, keywords):
        try:
            return type.__new__(metacls, name, bases, space, **keywords)
        except RuntimeError as error:
            # What went wrong in making a member comes as the cause.
            reason = error.__cause__ or error
        raise reason

    @staticmethod
    def _settle_methods(enum_class, space, bases, data_type, first_enum):
        """How members are shown and combined: as enumerations say, where the type of data would say else."""
        if ReprEnum is not None and ReprEnum in bases:
            if data_type is object:
                raise TypeError(
                    "ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
            if "__format__" not in space:
                enum_class.__format__ = space["__format__"] = data_type.__format__
            if "__str__" not in space:
                shown = data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__
                enum_class.__str__ = space["__str__"] = shown
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in space and getattr(enum_class, name) in (getattr(data_type, name), getattr(object, name)):
                setattr(enum_class, name, getattr(first_enum, name))
        if _is_flag(enum_class):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in space:
                    setattr(enum_class, name, getattr(Flag, name))

    def _admit_(cls, name, value):
        """Makes the member of a name, or another name of the member that has the value."""
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        item = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(item, "_value_"):
            if cls._use_args_ and cls._member_type_ is object:
                item._value_ = value
            else:
                try:
                    item._value_ = cls._member_type_(*args)
                except Exception:
                    if cls._use_args_:
                        raise TypeError("_value_ not set in __new__, unable to create it") from None
                    item._value_ = value
        value = item._value_
        item._name_ = name
        item.__objclass__ = cls
        item.__init__(*args)
        item._sort_order_ = len(cls._member_names_)
        known = cls._known(value)
        if known is not None:
            item = known
        elif not _is_flag(cls) or _is_single_bit(value):
            cls._member_names_.append(name)
        cls._place(name, item)
        cls._member_map_[name] = item
        try:
            cls._value2member_map_.setdefault(value, item)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _known(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            return next((item for item in cls._member_map_.values() if item._value_ == value), None)

    def _place(cls, name, item):
        """Lets a class's attribute be the member, unless an `enum.property` of a base class finds it anyway."""
        is_hidden = False
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if isinstance(found, _types.DynamicClassAttribute):
                if is_hidden:
                    found = property(found.fget, found.fset, found.fdel)
                    found.__set_name__(cls, name)
                    setattr(cls, name, found)
                return
            is_hidden = is_hidden or found is not None
        setattr(cls, name, item)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(
            value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            _warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                  "False depending on whether the value is a member or the value of a member", 2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getattr__(cls, name):
        if _is_dunder(name) or name not in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(name)
        return cls._member_map_[name]

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtins.property
    def __members__(cls):
        return _types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return "<%s %r>" % ("flag" if _is_flag(cls) else "enum", cls.__name__)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Makes an enumeration of names, or of names and values."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        choose = cls._get_mixins_(class_name, bases)[1]._generate_next_value_
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = _words(names)
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(choose(name, start, count, values[:]))
            names = list(zip(names, values))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        body["__module__"] = "__main__" if module is None else module
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if _is_enumeration(base) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of data that members are, and the enumeration that is derived from."""
        if not bases:
            return object, Enum
        mcls._check_for_existing_members_(class_name, bases)
        if not _is_enumeration(bases[-1]):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, bases[-1]

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is not object:
                    if issubclass(base, Enum):
                        return base._value_repr_
                    if "__repr__" in base.__dict__:
                        return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = set()
        for chain in bases:
            nearest = None
            for base in chain.__mro__[:-1]:
                if issubclass(base, Enum):
                    if base._member_type_ is not object:
                        found.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__init__" in base.__dict__:
                    found.add(nearest or base)
                    break
                else:
                    nearest = nearest or base
        if len(found) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, found))
        return found.pop() if found else None

    @classmethod
    def _find_new_(mcls, space, data_type, first_enum):
        """What makes members, whether it is the class's own, and whether it takes the values as arguments."""
        own = space.get("__new__")
        general = (object.__new__, None if Enum is None else Enum.__new__)
        maker = own
        if maker is None:
            for method in ("__new_member__", "__new__"):
                for owner in (data_type, first_enum):
                    found = getattr(owner, method, None)
                    if maker is None and found is not None and found not in general:
                        maker = found
        if maker is None:
            maker = object.__new__
        return maker, own is not None and first_enum is not None, first_enum is not None and maker not in general


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        known = cls._known(value)
        if known is not None:
            return known
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as caught:
            error = caught
        if isinstance(result, cls) or isinstance(result, int) and _is_flag(cls) and cls._boundary_ is EJECT:
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


class ReprEnum(Enum):
    """Enumerations whose members are shown as their values."""


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
        unknown = value & ~mask
        if unknown and boundary is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]"
                             % (cls.__name__, value, unknown, _shown_bits(unknown)))
        kind = cls._member_type_
        item = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        if not hasattr(item, "_value_"):
            item._value_ = value
        item._name_ = None
        if value & mask:
            names = [part._name_ for part in cls._iter_member_(value & mask)]
            item._name_ = "|".join(names + [cls._numeric_repr_(unknown)] if unknown else names)
        if not unknown:
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
            value = ~self._value_ if is_open else self._flag_mask_ & ~self._value_
            self._inverted_ = self.__class__(value)
            if isinstance(self._inverted_, self.__class__):
                self._inverted_._inverted_ = self
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


from _enum_checks import (  # They need what is above.
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr, global_str,
    show_flag_values, unique, verify, _simple_enum)
