"""The type of enumerations: how a class's body becomes a class with members."""
import _katydid
import builtins as _builtins
import sys as _sys
import types as _types
from _enum_body import Awaited as _Awaited, Body as _Body, is_dunder as _is_dunder, is_single_bit as _is_single_bit
from _enum_body import property, warn as _warn, words as _words

# `enum` sets these when it has made them; until then they are asked for, too.
Enum = Flag = ReprEnum = None


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


def _is_enumeration(cls):
    return Enum is not None and issubclass(cls, Enum)


class EnumType(type):
    """The type of enumerations."""

    __module__ = "enum"

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
        for name in names:
            space[name] = _Awaited(space[name])
        space.update(
            _new_member_=maker, _use_args_=uses_arguments, _member_names_=[], _member_map_={}, _value2member_map_={},
            _unhashable_values_=[], _member_type_=data_type, _value_repr_=metacls._find_data_repr_(cls, bases),
            _boundary_=boundary or getattr(first_enum, "_boundary_", None), _flag_mask_=0,
            _singles_mask_=0, _all_bits_=0, _inverted_=None)
        enum_class = metacls._make(cls, bases, space, kwds)
        space.update(enum_class.__dict__)
        metacls._settle_methods(enum_class, space, bases, data_type, first_enum)
        if Enum is not None:
            if is_own:
                enum_class.__new_member__ = maker
            enum_class.__new__ = Enum.__new__
        order = None if order is None else _words(order)
        if cls != "Flag" if Flag is None else not issubclass(enum_class, Flag):
            for name in ("_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_"):
                delattr(enum_class, name)
        elif Flag is not None:
            known = enum_class._member_map_
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
            if cls._member_type_ is object:
                item._value_ = value
            else:
                try:
                    item._value_ = cls._member_type_(*args)
                except Exception as error:
                    fault = TypeError("_value_ not set in __new__, unable to create it")
                    fault.__cause__ = error
                    raise fault
        value = item._value_
        item._name_ = name
        item.__objclass__ = cls
        item.__init__(*args)
        item._sort_order_ = len(cls._member_names_)
        if _is_flag(cls):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
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
        if module is None:
            site = _katydid.call_site()
            module = "__main__" if site is None else site[3]
        body["__module__"] = module
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes an enumeration of a module's constants, and gives the module the members in their places."""
        owner = _sys.modules[module]
        found = [(key, value) for key, value in vars(source or owner).items() if filter(key)]
        try:
            found.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            # Values of several types have no order.
            found.sort(key=lambda pair: pair[0])
        made = cls(name, found, module=module, boundary=boundary)
        for key, member in made.__members__.items():
            setattr(owner, key, member)
        setattr(owner, name, made)
        if as_global:
            from enum import global_enum
            global_enum(made)
        return made

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
