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
    required = count - len(defaults)

    def __new__(_cls, /, *args, **kwargs):
        if len(args) == count and not kwargs:
            return tuple.__new__(_cls, args)
        if len(args) > count:
            given = len(args) + 1
            if defaults:
                raise TypeError("%s.__new__() takes from %d to %d positional arguments but %d were given"
                                % (typename, required + 1, count + 1, given))
            raise TypeError("%s.__new__() takes %d positional argument%s but %d were given"
                            % (typename, count + 1, "" if count == 0 else "s", given))
        values = list(args)
        missing = []
        for name in fields[len(args):]:
            if name in kwargs:
                values.append(kwargs.pop(name))
            elif name in defaults:
                values.append(defaults[name])
            else:
                missing.append(name)
        if kwargs:
            name = next(iter(kwargs))
            if name in fields:
                raise TypeError("%s.__new__() got multiple values for argument '%s'" % (typename, name))
            raise TypeError("%s.__new__() got an unexpected keyword argument '%s'" % (typename, name))
        if missing:
            quoted = ["'%s'" % name for name in missing]
            if len(quoted) == 1:
                text = quoted[0]
            elif len(quoted) == 2:
                text = quoted[0] + " and " + quoted[1]
            else:
                text = ", ".join(quoted[:-1]) + ", and " + quoted[-1]
            raise TypeError("%s.__new__() missing %d required positional argument%s: %s"
                            % (typename, len(missing), "" if len(missing) == 1 else "s", text))
        return tuple.__new__(_cls, values)

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
        "__doc__": "%s(%s)" % (typename, ", ".join(fields)),
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
        space[name] = property(_itemgetter(index), doc="Alias for field number %d" % index)
    result = type(typename, (tuple,), space)
    _katydid.set_module(result, module)
    return result
