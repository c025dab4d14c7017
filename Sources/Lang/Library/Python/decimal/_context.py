"""Contexts: how far calculations go, how they round, and which faults raise."""
from decimal._signals import (
    _ROUNDINGS, _SHOWN, _SIGNALS, MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, Clamped,
    DivisionByZero, InvalidOperation, Overflow, Underflow)
from threading import local as _local

__name__ = "decimal"

# Set when there are numbers.
Decimal = _NAN = None


_ATTRIBUTES = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")


class _Signals(dict):
    def __repr__(self):
        return "{%s}" % ", ".join("%r:%r" % (kind, bool(self[kind])) for kind in _SIGNALS)


_WITHOUT_CONTEXT = ("canonical", "copy_abs", "copy_negate", "is_canonical", "is_finite", "is_qnan",
                    "is_signed", "is_snan")

_OF_TWO = ("compare_signal", "compare_total", "compare_total_mag", "copy_sign", "logical_and", "logical_or", "logical_xor",
           "max_mag", "min_mag", "next_toward", "remainder_near", "rotate", "same_quantum", "scaleb", "shift")


def _asking(name):
    """A method of contexts that asks a number's method of the same name."""

    if name in _OF_TWO:
        def ask(self, a, b, /):
            return getattr(_to_decimal(a), name)(_to_decimal(b), context=self)
    elif name in _WITHOUT_CONTEXT:
        def ask(self, x, /):
            if "canonical" in name and not isinstance(x, Decimal):
                raise TypeError("argument must be a Decimal")
            return getattr(_to_decimal(x), name)()
    else:
        def ask(self, x, /):
            return getattr(_to_decimal(x), name)(context=self)

    ask.__name__, ask.__qualname__ = name, f"Context.{name}"
    return ask


def _as_signals(value, may_be_list=True):
    """What is set of signals that are given as a dict of all, or as a list of some."""
    if may_be_list and isinstance(value, list):
        for kind in value:
            if kind not in _SIGNALS:
                raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                               "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
        return _Signals({kind: kind in value for kind in _SIGNALS})
    if not isinstance(value, dict):
        raise TypeError("argument must be a signal dict")
    if value.keys() != set(_SIGNALS):
        raise KeyError("invalid signal dict")
    return value if isinstance(value, _Signals) else _Signals({kind: bool(value[kind]) for kind in _SIGNALS})


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        base = _default
        self.prec = prec if prec is not None else base.prec if base else 28
        self.rounding = rounding if rounding is not None else base.rounding if base else ROUND_HALF_EVEN
        self.Emin = Emin if Emin is not None else base.Emin if base else -999999
        self.Emax = Emax if Emax is not None else base.Emax if base else 999999
        self.capitals = capitals if capitals is not None else 1
        self.clamp = clamp if clamp is not None else 0
        none = dict.fromkeys(_SIGNALS, False)
        self.traps = _as_signals(traps if traps is not None else dict(base.traps) if base else none)
        self.flags = _as_signals(none if flags is None else flags)

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if not 1 <= value <= MAX_PREC:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        elif name == "rounding" and value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("Emin", "Emax", "capitals", "clamp") and not isinstance(value, int):
            raise TypeError("an integer is required")
        elif name == "Emin" and not MIN_EMIN <= value <= 0:
            raise ValueError("valid range for Emin is [MIN_EMIN, 0]")
        elif name == "Emax" and not 0 <= value <= MAX_EMAX:
            raise ValueError("valid range for Emax is [0, MAX_EMAX]")
        elif name == "capitals" and value not in (0, 1):
            raise ValueError("valid values for capitals are 0 or 1")
        elif name == "clamp" and value not in (0, 1):
            raise ValueError("valid values for clamp are 0 or 1")
        elif name in ("flags", "traps"):
            value = _as_signals(value, may_be_list=False)
        elif name not in _ATTRIBUTES and type(self) is Context:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        object.__setattr__(self, name, value)

    def __repr__(self):
        def names(signals):
            return "[%s]" % ", ".join(kind.__name__ for kind in _SHOWN if signals[kind])

        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=%s, traps=%s)" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, names(self.flags),
            names(self.traps)))

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags),
                       dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        for kind in self.flags:
            self.flags[kind] = False

    def clear_traps(self):
        for kind in self.traps:
            self.traps[kind] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _signal(self, kinds, result):
        """Sets flags, and raises what is trapped; otherwise the result stands."""
        for kind in kinds:
            for base in _SIGNALS:
                if issubclass(kind, base):
                    self.flags[base] = True
        # The first of the signals in their order is raised, with the names of all that are trapped.
        trapped = [base for base in _SIGNALS if self.traps[base] and base in kinds]
        if trapped:
            raise trapped[0](trapped)
        return result

    def _invalid(self, kind=InvalidOperation):
        for base in _SIGNALS:
            if issubclass(kind, base):
                self.flags[base] = True
        if self.traps[InvalidOperation]:
            raise InvalidOperation([kind])
        return _NAN

    def radix(self):
        return Decimal(10)

    def copy_decimal(self, x, /):
        return _to_decimal(x)

    def create_decimal(self, num="0", /):
        # Unlike the class, it takes neither spaces nor underscores.
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            num = ""
        value = Decimal(num, context=self)
        return value._fix(self)

    def create_decimal_from_float(self, f, /):
        return Decimal.from_float(f)._fix(self)

    def _ask(self, name, a, *others):
        method = getattr(_to_decimal(a), name)
        return method(*[_to_decimal(other) for other in others], context=self)

    def abs(self, x, /):
        return _to_decimal(x).__abs__(context=self)

    def add(self, a, b, /):
        return _to_decimal(a)._add(_to_decimal(b), self)

    def subtract(self, a, b, /):
        return _to_decimal(a)._add(_to_decimal(b)._negated(), self)

    def multiply(self, a, b, /):
        return _to_decimal(a)._multiply(_to_decimal(b), self)

    def divide(self, a, b, /):
        return _to_decimal(a)._divide(_to_decimal(b), self)

    def divide_int(self, a, b, /):
        return _to_decimal(a)._floor_divide(_to_decimal(b), self)

    def remainder(self, a, b, /):
        return _to_decimal(a)._remainder(_to_decimal(b), self)

    def divmod(self, a, b, /):
        return _to_decimal(a)._integer_divide(_to_decimal(b), self)

    def power(self, a, b, modulo=None):
        if modulo is None:
            return _to_decimal(a)._power(_to_decimal(b), self)
        return _to_decimal(a).__pow__(_to_decimal(b), _to_decimal(modulo))._fix(self)

    def sqrt(self, x, /):
        return self._ask("sqrt", x)

    def exp(self, x, /):
        return self._ask("exp", x)

    def ln(self, x, /):
        return self._ask("ln", x)

    def log10(self, x, /):
        return self._ask("log10", x)

    def quantize(self, a, b, /):
        return self._ask("quantize", a, b)

    def compare(self, a, b, /):
        return self._ask("compare", a, b)

    def max(self, a, b, /):
        return self._ask("max", a, b)

    def min(self, a, b, /):
        return self._ask("min", a, b)

    def normalize(self, x, /):
        return self._ask("normalize", x)

    def plus(self, x, /):
        return _to_decimal(x)._fix(self)

    def minus(self, x, /):
        return _to_decimal(x).__neg__(context=self)

    def fma(self, a, b, c, /):
        return self._ask("fma", a, b, c)

    def to_integral_value(self, x, /):
        return self._ask("to_integral_value", x)

    def to_integral_exact(self, x, /):
        return self._ask("to_integral_exact", x)

    def to_sci_string(self, x, /):
        return str(_to_decimal(x))

    def to_eng_string(self, x, /):
        return _to_decimal(x).to_eng_string()

    def is_nan(self, x, /):
        return _to_decimal(x).is_nan()

    def is_infinite(self, x, /):
        return _to_decimal(x).is_infinite()

    def is_zero(self, x, /):
        return _to_decimal(x).is_zero()


for _name in ("canonical", "compare_signal", "compare_total", "compare_total_mag", "copy_abs", "copy_negate",
              "copy_sign", "is_canonical", "is_finite", "is_normal", "is_qnan", "is_signed", "is_snan", "is_subnormal",
              "logb", "logical_and", "logical_invert", "logical_or", "logical_xor", "max_mag", "min_mag",
              "next_minus", "next_plus", "next_toward", "number_class", "remainder_near", "rotate", "same_quantum",
              "scaleb", "shift"):
    setattr(Context, _name, _asking(_name))

_default = None


def _to_decimal(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


_default = Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999,
                   traps=[DivisionByZero, Overflow, InvalidOperation])
DefaultContext = _default
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_contexts = _local()


def getcontext():
    try:
        return _contexts.context
    except AttributeError:
        context = _contexts.context = DefaultContext.copy()
        return context


def _chosen(context):
    """The context of an optional argument."""
    if context is None:
        return getcontext()
    if isinstance(context, Context):
        return context
    raise TypeError("optional argument must be a context")


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _contexts.context = context


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        if ctx is not None and not isinstance(ctx, Context):
            raise TypeError("optional argument must be a context")
        self.new_context = (ctx or getcontext()).copy()
        for name, value in kwargs.items():
            if name not in _ATTRIBUTES:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
            if value is not None:
                setattr(self.new_context, name, _as_signals(value) if name in ("flags", "traps") else value)

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, kind, value, traceback):
        setcontext(self.saved)
