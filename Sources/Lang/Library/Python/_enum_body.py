"""What stands in the bodies of enumerations, and the namespace that such a body runs in."""
import types as _types

_unset = type("_auto_null", (), {"__repr__": lambda self: "_auto_null"})()

# The names between single underscores that a body may bind.
_HOOKS = frozenset(("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                    "_iter_member_by_value_", "_iter_member_by_def_"))


class nonmember:
    """Keeps what it holds from becoming a member."""

    __module__ = "enum"

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what it holds."""

    __module__ = "enum"

    def __init__(self, value):
        self.value = value


class auto:
    """A value that the enumeration chooses."""

    __module__ = "enum"

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property(_types.DynamicClassAttribute):
    """An attribute of members that doesn't hide the member of the same name from who asks the class."""

    __module__ = "enum"

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError("%r member has no attribute %r" % (ownerclass, self.name))
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__


def is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and "_" not in (name[2], name[-3])


def is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and "_" not in (name[1], name[-2])


def is_private(class_name, name):
    start = "_%s__" % class_name
    return name.startswith(start) and len(name) > len(start) and not name.endswith("__")


def is_descriptor(value):
    return any(hasattr(value, method) for method in ("__get__", "__set__", "__delete__"))


def words(names):
    """Names that are given as a text or one by one."""
    return names.replace(",", " ").split() if isinstance(names, str) else list(names)


def warn(text, level):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=level + 1)


class Body(dict):
    """The namespace of an enumeration's body: it notes which names are members, in order, and gives `auto` values."""

    def __init__(self, class_name="", choose=None):
        super().__init__()
        self._cls_name = class_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = choose

    def __setitem__(self, key, value):
        self._warn_of_class(value)
        if is_private(self._cls_name, key):
            pass
        elif is_sunder(key):
            value = self._hook(key, value)
        elif is_dunder(key):
            key = "_order_" if key == "__order__" else key
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not is_descriptor(value):
            value = self._member(key, value)
        super().__setitem__(key, value)

    def _warn_of_class(self, value):
        if isinstance(value, type):
            inner = "%s.%s" % (self._cls_name, getattr(value, "__name__", ""))
            if ("." + getattr(value, "__qualname__", "")).endswith("." + inner):
                warn("In 3.13 classes created inside an enum will not become a member.  "
                     "Use the `member` decorator to keep the current behavior.", 3)

    def _hook(self, key, value):
        if key not in _HOOKS:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = self._ignore = words(value)
            known = set(value) & set(self._member_names)
            if known:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (known,))
        return value

    def _member(self, key, value):
        if key in self:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._chosen(key, value)
        elif type(value) is tuple and any(isinstance(part, auto) for part in value):
            value = tuple([self._chosen(key, part) if isinstance(part, auto) else part for part in value])
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _chosen(self, key, automatic):
        if automatic.value is _unset:
            automatic.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(automatic.value)
        return automatic.value

    def update(self, members, **more_members):
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, "keys") else members
        for name, value in [*pairs, *more_members.items()]:
            self[name] = value


class Awaited:
    """What will be a member once its class is there."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, owner, name):
        delattr(owner, name)
        owner._admit_(name, self.value)


def is_single_bit(number):
    return number != 0 and number & number - 1 == 0


def bits_of(number):
    """The bits of a number, lowest first."""
    if number < 0:
        raise ValueError("%r is not a positive integer" % number)
    while number:
        lowest = number & -number
        yield lowest
        number ^= lowest


def shown_bits(number, width=0):
    """A number in binary, its sign's bit first."""
    sign = "1" if number < 0 else "0"
    digits = format(number + (1 << number.bit_length()), "b") if number < 0 else format(number, "b")
    digits = digits.rjust(number.bit_length(), "0") if number else ""
    return "0b%s %s" % (sign, digits.rjust(width, sign))
