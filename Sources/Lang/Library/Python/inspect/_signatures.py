"""What functions take."""
import sys as _sys
import types as _types
from functools import partial as _partial, partialmethod as _partialmethod
from collections import namedtuple as _namedtuple, OrderedDict as _OrderedDict
from keyword import iskeyword as _iskeyword
from operator import attrgetter as _attrgetter
from inspect._kinds import CO_VARARGS, CO_VARKEYWORDS, isfunction, ismethod, ismodule

__name__ = "inspect"

_KINDS = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
_DESCRIPTIONS = ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                 "variadic keyword")


class _empty:
    """Stands for a default or an annotation that isn't there."""


class _void:
    """Stands for what `replace` leaves as it is."""


class _ParameterKind(int):
    def __str__(self):
        return _KINDS[self]

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (_KINDS[self], self)

    @property
    def name(self):
        return _KINDS[self]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        return _DESCRIPTIONS[self]


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        import re

        # Only where the name of the module stands alone.
        return re.sub(r"[\w.]+", lambda found: found[0].removeprefix("typing."), repr(annotation))
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)

    def _formatannotation(annotation):
        return formatannotation(annotation, module)

    return _formatannotation


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = map(_ParameterKind, range(5))

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in range(5):
            raise ValueError("value %r is not a valid Parameter.kind" % kind)
        kind = _ParameterKind(kind)
        if default is not _empty and kind in (2, 4):
            raise ValueError("%s parameters cannot have default values" % kind.description)
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a %s" % type(name).__name__)
        if name[0] == "." and name[1:].isdigit():
            # What a comprehension takes, which no source names.
            if kind != 1:
                raise ValueError("implicit arguments must be passed as positional or keyword arguments, not %s"
                                 % kind.description)
            kind, name = _ParameterKind(0), "implicit" + name[1:]
        if _iskeyword(name) and kind != 0 or not name.isidentifier():
            raise ValueError("%r is not a valid parameter name" % name)
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(_attrgetter("_name"))
    kind = property(_attrgetter("_kind"))
    default = property(_attrgetter("_default"))
    annotation = property(_attrgetter("_annotation"))

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(
            self._name if name is _void else name, self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        stars = "*" if self._kind == 2 else "**" if self._kind == 4 else ""
        text = stars + self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = %r" if self._annotation is not _empty else "=%r") % (self._default,)
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self is other or (self._key() == other._key() if isinstance(other, Parameter) else NotImplemented)


class BoundArguments:
    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    @property
    def signature(self):
        return self._signature

    def _split(self):
        """The values that go by position, and those that go by name."""
        args, kwargs, by_name = [], {}, False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind >= 3 or name not in self.arguments:
                by_name = True
            if name not in self.arguments:
                continue
            value = self.arguments[name]
            if parameter.kind == 2:
                args.extend(value)
            elif parameter.kind == 4:
                kwargs.update(value)
            elif by_name:
                kwargs[name] = value
            else:
                args.append(value)
        return tuple(args), kwargs

    @property
    def args(self):
        return self._split()[0]

    @property
    def kwargs(self):
        return self._split()[1]

    def apply_defaults(self):
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == 2:
                filled[name] = ()
            elif parameter.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        pairs = ", ".join(["%s=%r" % pair for pair in self.arguments.items()])
        return "<BoundArguments (%s)>" % pairs


class Signature:
    __slots__ = ("_parameters", "_return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found, last, has_default = {}, 0, False
        for parameter in parameters or ():
            kind, name = parameter.kind, parameter.name
            if kind < last:
                raise ValueError("wrong parameter order: %s parameter before %s parameter" % (
                    Parameter("x", last).kind.description, kind.description))
            if kind in (0, 1):
                if parameter.default is not _empty:
                    has_default = True
                elif has_default:
                    raise ValueError("non-default argument follows default argument")
            if name in found:
                raise ValueError("duplicate parameter name: %r" % name)
            last, found[name] = kind, parameter
        self._parameters, self._return_annotation = _types.MappingProxyType(_OrderedDict(found)), return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        found = signature(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)
        if cls is Signature:
            return found
        return cls(found.parameters.values(), return_annotation=found.return_annotation)

    parameters = property(_attrgetter("_parameters"))
    return_annotation = property(_attrgetter("_return_annotation"))

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(
            self._parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def _key(self):
        ordered = tuple([one for one in self._parameters.values() if one.kind != 3])
        return ordered, frozenset([one for one in self._parameters.values() if one.kind == 3]), self._return_annotation

    def __eq__(self, other):
        return self is other or (self._key() == other._key() if isinstance(other, Signature) else NotImplemented)

    def __hash__(self):
        return hash(self._key())

    def bind(self, /, *args, **kwargs):
        return BoundArguments(self, self._bound(args, kwargs, False))

    def bind_partial(self, /, *args, **kwargs):
        return BoundArguments(self, self._bound(args, kwargs, True))

    def _bound(self, args, kwargs, is_partial):
        args, bound, rest = list(args), {}, None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == 2:
                if args:
                    bound[name], args = tuple(args), []
            elif kind == 4:
                rest = name
            elif kind < 2 and args:
                if name in kwargs and kind == 1:
                    raise TypeError("multiple values for argument %r" % name)
                bound[name] = args.pop(0)
            elif name in kwargs and kind != 0:
                bound[name] = kwargs.pop(name)
            elif name in kwargs:
                raise TypeError("%r parameter is positional only, but was passed as a keyword" % name)
            elif parameter.default is _empty and not is_partial:
                if args:
                    raise TypeError("too many positional arguments")
                raise TypeError("missing a required argument: %r" % name)
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
            bound[rest] = kwargs
        return bound

    def __str__(self):
        parts, last, has_star = [], None, False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if last == 0 and kind != 0:
                parts.append("/")
            if kind == 2:
                has_star = True
            elif kind == 3 and not has_star:
                parts.append("*")
                has_star = True
            parts.append(str(parameter))
            last = kind
        if last == 0:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


def _of_function(function, evaluation=None):
    code, notes = function.__code__, get_annotations(function, **(evaluation or {}))
    names, count, keywords = code.co_varnames, code.co_argcount, code.co_kwonlyargcount
    defaults, named = function.__defaults__ or (), function.__kwdefaults__ or {}
    parameters = []
    for at, name in enumerate(names[:count]):
        place = at - (count - len(defaults))
        parameters.append(Parameter(name, 0 if at < code.co_posonlyargcount else 1,
                                    default=defaults[place] if place >= 0 else _empty,
                                    annotation=notes.get(name, _empty)))
    after = count + keywords
    if code.co_flags & CO_VARARGS:
        parameters.append(Parameter(names[after], 2, annotation=notes.get(names[after], _empty)))
        after += 1
    for name in names[count:count + keywords]:
        parameters.append(Parameter(name, 3, default=_named_default(named, name), annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(Parameter(names[after], 4, annotation=notes.get(names[after], _empty)))
    return Signature(parameters, return_annotation=notes.get("return", _empty))


def _named_default(named, name):
    """The default of a keyword; that of a name that the class made its own is kept under the name as it is written."""
    if name in named or not name.startswith("_"):
        return named.get(name, _empty)
    return named.get("__" + name.partition("__")[2], _empty)


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (3, 4):
        raise ValueError("invalid method signature")
    return found if parameters[0].kind == 2 else found.replace(parameters=parameters[1:])


def _of_partial(found, function, first=()):
    """What is left of a signature when some arguments are given."""
    given = function.keywords or {}
    try:
        bound = found.bind_partial(*first, *function.args, **given).arguments
    except TypeError:
        raise ValueError("partial object %r has incorrect arguments" % (function,)) from None
    parameters, named, by_name = [], [], False
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if name in bound and kind < 2:
            if kind == 0 or name not in given:
                continue
            # From the first one on that is given by name, the others have to be, too.
            by_name = True
        if name in bound and kind in (1, 3):
            parameter = parameter.replace(default=bound[name])
        if not by_name:
            parameters.append(parameter)
        elif kind != 2:
            named.append(parameter.replace(kind=3) if kind == 1 else parameter)
    return found.replace(parameters=parameters + named)


def _own(cls, name):
    """A method of a class that is written in Python; None when it isn't."""
    method = getattr(cls, name, None)
    if method is None or isinstance(method, (_types.BuiltinFunctionType, _types.WrapperDescriptorType)):
        return None
    return None if ismethod(method) and not isfunction(method.__func__) else method


def _of_class(cls, further):
    """The signature of a class, with the first argument, and whether that is given."""
    call = _own(type(cls), "__call__")
    if call is not None:
        return further(call)
    made, initialized = _own(cls, "__new__"), _own(cls, "__init__")
    if "__new__" in cls.__dict__:
        method = made
    elif "__init__" in cls.__dict__:
        method = initialized
    else:
        method = initialized if made is None else made
    if method is not None:
        return further(method)
    if cls is object or type not in cls.__mro__ and cls.__mro__[-2].__module__ != "builtins":
        return None
    raise ValueError("no signature found for builtin type %r" % cls)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _found(obj, follow_wrapped, True, dict(globals=globals, locals=locals, eval_str=eval_str))


def _found(obj, follow_wrapped=True, skips_first=True, evaluation=None):
    """The signature of an object; without `skips_first`, the argument that a method is bound to is shown."""
    def further(one):
        return _found(one, follow_wrapped, skips_first, evaluation)

    def shown(found):
        return _without_first(found) if skips_first else found

    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if ismethod(obj):
        return shown(further(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda one: hasattr(one, "__signature__") or ismethod(one))
        if ismethod(obj):
            return further(obj)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError("unexpected object %r in __signature__ attribute" % (given,))
        return given
    partial = getattr(obj, "_partialmethod", None)
    if isinstance(partial, _partialmethod):
        wrapped = further(partial.func)
        found, first = _of_partial(wrapped, partial, (None,)), tuple(wrapped.parameters.values())[0]
        if first.kind == 2:
            return found
        return found.replace(parameters=(first, *found.parameters.values()))
    if isfunction(obj):
        return _of_function(obj, evaluation)
    if isinstance(obj, _partial):
        return _of_partial(further(obj.func), obj)
    if isinstance(obj, type):
        found = _of_class(obj, further)
        return Signature() if found is None else shown(found)
    call = None if isinstance(obj, _types.BuiltinFunctionType) else _own(type(obj), "__call__")
    if call is not None:
        return shown(further(call))
    raise ValueError("no signature found for builtin %r" % obj)


FullArgSpec = _namedtuple(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations", module="inspect")


def getfullargspec(func):
    try:
        found = _found(func, False, False, {})
    except Exception as error:
        raise TypeError("unsupported callable") from error
    of_kind = [[name for name, one in found.parameters.items() if one.kind == kind] for kind in range(5)]
    positional = of_kind[0] + of_kind[1]
    defaults = tuple([found.parameters[name].default for name in positional
                      if found.parameters[name].default is not _empty])
    named = {name: found.parameters[name].default for name in of_kind[3]
             if found.parameters[name].default is not _empty}
    # The result's annotation comes first here.
    notes = {} if found.return_annotation is _empty else {"return": found.return_annotation}
    notes.update([(name, one.annotation) for name, one in found.parameters.items() if one.annotation is not _empty])
    return FullArgSpec(positional, of_kind[2][0] if of_kind[2] else None, of_kind[4][0] if of_kind[4] else None,
                       defaults or None, of_kind[3], named or None, notes)


def unwrap(func, *, stop=None):
    seen, start = set(), func
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        seen.add(id(func))
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= _sys.getrecursionlimit():
            raise ValueError("wrapper loop when unwrapping %r" % start)
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        notes = obj.__dict__.get("__annotations__")
        module = _sys.modules.get(obj.__module__)
        around, inner = getattr(module, "__dict__", None), dict(vars(obj))
    elif ismodule(obj):
        notes, around, inner = getattr(obj, "__annotations__", None), obj.__dict__, None
    elif callable(obj):
        notes, inner, function = getattr(obj, "__annotations__", None), None, obj
        while hasattr(function, "__wrapped__") or isinstance(function, _partial):
            function = function.__wrapped__ if hasattr(function, "__wrapped__") else function.func
        around = getattr(function, "__globals__", None)
    else:
        raise TypeError("%r is not a module, class, or callable." % (obj,))
    if notes is None:
        return {}
    if not isinstance(notes, dict):
        raise ValueError("%r.__annotations__ is neither a dict nor None" % (obj,))
    if not eval_str:
        return dict(notes)
    around, inner = around if globals is None else globals, inner if locals is None else locals
    return {name: eval(note, around, inner) if isinstance(note, str) else note for name, note in notes.items()}
