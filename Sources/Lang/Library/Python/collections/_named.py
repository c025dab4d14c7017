"""Tuples with names."""
import _katydid
import keyword as _keyword
from operator import itemgetter as _itemgetter

__name__ = "collections"


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not name.isidentifier() or _keyword.iskeyword(name) or name.startswith("_") or name in seen:
                field_names[index] = "_%d" % index
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if _keyword.iskeyword(name):
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))
    if module is None:
        site = _katydid.call_site()
        module = "__main__" if site is None else site[3]
    return _make_namedtuple(typename, tuple(field_names), field_defaults, module)


def _make_namedtuple(typename, fields, defaults, module):
    count = len(fields)
    names = "".join([name + ", " for name in fields])
    # A function with these parameters, so that calls and their faults are those of any other function.
    __new__ = eval("lambda _cls, %s: _new(_cls, (%s))" % (names, names) if names else "lambda _cls: _new(_cls)",
                   {"_new": tuple.__new__, "__name__": "namedtuple_" + typename})
    __new__.__name__, __new__.__qualname__ = "__new__", typename + ".__new__"
    __new__.__doc__ = "Create new instance of %s(%s%s)" % (
        typename, ", ".join(fields), "," if len(fields) == 1 else "")
    if defaults:
        __new__.__defaults__ = tuple(defaults.values())

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != count:
            raise TypeError("Expected %d arguments, got %d" % (count, len(values)))
        return tuple.__new__(cls, values)

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(fields, self)]
        if kwds:
            raise ValueError("Got unexpected field names: %r" % list(kwds))
        return self._make(values)

    def __repr__(self):
        return self.__class__.__name__ + "(" + ", ".join(["%s=%r" % pair for pair in zip(fields, self)]) + ")"

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    space = {
        "__doc__": "%s(%s%s)" % (typename, ", ".join(fields), "," if len(fields) == 1 else ""),
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        space[name] = property(_itemgetter(index), _katydid.refuse_setting, _katydid.refuse_deleting,
                               "Alias for field number %d" % index)
    result = type(typename, (tuple,), space)
    _katydid.set_module(result, module)
    return result
