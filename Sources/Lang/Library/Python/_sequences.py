"""Tuples whose items have names, as CPython has them from C: `time.struct_time`, `os.stat_result` and their like."""
import _katydid
from operator import itemgetter as _itemgetter


def sequence(name, fields, hidden=(), unnamed=(), instances=True):
    """A class of a dotted name. `fields` are the items that count; after those come `unnamed` ones, which only the repr
    names, and `hidden` attributes that are no items. Without `instances` nobody but `make` makes any."""
    module, _, short = name.rpartition(".")
    items_shown = fields + unnamed
    least, most = len(items_shown), len(items_shown) + len(hidden)
    size = str(least) + "-sequence" if least == most else None

    def __new__(cls, *args, **kwargs):
        if not instances:
            raise TypeError(f"cannot create '{name}' instances")
        items, more = _arguments(*args, **kwargs)
        try:
            items = tuple(items)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if not isinstance(more, dict):
            raise TypeError(f"{name}() takes a dict as second arg, if any")
        if not least <= len(items) <= most:
            wanted = size or (f"an at least {least}-sequence" if len(items) < least else f"an at most {most}-sequence")
            raise TypeError(f"{name}() takes {'a ' + size if size else wanted} ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:least])
        if hidden:
            rest = items[least:]
            object.__setattr__(self, "_hidden", rest + tuple([more.get(each) for each in hidden[len(rest):]]))
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError(f"type '{name}' is not an acceptable base type")

    def __setattr__(self, attribute, value):
        if attribute in fields or attribute in hidden:
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'{name}' object has no attribute '{attribute}'")

    def __delattr__(self, attribute):
        __setattr__(self, attribute, None)

    def __repr__(self):
        return f"{name}({', '.join([f'{field}={value!r}' for field, value in zip(items_shown, self)])})"

    def __reduce__(self):
        return type(self), (tuple(self), dict(zip(hidden, getattr(self, "_hidden", ()))))

    space = {"__new__": __new__, "__init_subclass__": classmethod(__init_subclass__), "__setattr__": __setattr__,
             "__delattr__": __delattr__, "__repr__": __repr__, "__reduce__": __reduce__, "__match_args__": fields,
             "__module__": module, "n_fields": most, "n_sequence_fields": least, "n_unnamed_fields": len(unnamed)}
    space.update([(field, property(_itemgetter(at))) for at, field in enumerate(fields)])
    space.update([(field, _hidden_property(at, items_shown.index(field) if field in unnamed else None))
                  for at, field in enumerate(hidden)])
    if not hidden:
        space["__slots__"] = ()
    made = type(short, (tuple,), space)
    _katydid.set_message_name(made, name)
    return made


def make(cls, items, hidden=()):
    """An instance of a class that may refuse to make any; the hidden attributes in their order."""
    self = tuple.__new__(cls, items)
    if hidden:
        object.__setattr__(self, "_hidden", hidden)
    return self


def _arguments(*args, **kwargs):
    """What the classes take: a sequence, and a dict with hidden attributes."""
    given = dict(zip(("sequence", "dict"), args))
    given.update(kwargs)
    if len(args) + len(kwargs) > 2:
        raise TypeError(f"structseq() takes at most 2 arguments ({len(args) + len(kwargs)} given)")
    for each in kwargs:
        if each not in ("sequence", "dict"):
            raise TypeError(f"'{each}' is an invalid keyword argument for structseq()")
    if "sequence" not in given:
        raise TypeError("structseq() missing required argument 'sequence' (pos 1)")
    return given["sequence"], given.get("dict", {})


def _hidden_property(at, instead):
    """An attribute that is no item; an item may stand for it where it isn't there."""
    def get(self):
        hidden = getattr(self, "_hidden", None)
        value = hidden[at] if hidden else None
        return self[instead] if value is None and instead is not None else value

    return property(get)
