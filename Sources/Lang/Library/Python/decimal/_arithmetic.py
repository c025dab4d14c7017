"""Arithmetic: what operators do, and rounding to a place."""
from decimal._context import Context, _chosen, getcontext
from decimal._core import Decimal, _length, _make, _NAN, _operand, _rounds_up
from decimal._signals import (
    _ROUNDINGS, MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Clamped, DivisionByZero,
    DivisionImpossible, DivisionUndefined, Inexact, InvalidOperation, Rounded)

__name__ = "decimal"


def _method(function):
    """Makes a function a method of Decimal."""
    function.__qualname__ = f"Decimal.{function.__name__}"
    setattr(Decimal, function.__name__, function)
    return function


def _functions():
    from decimal import _functions

    return _functions


def _digits():
    from decimal import _digits

    return _digits


def _rounding(rounding, context):
    """The way of rounding that was given, or the context's."""
    if rounding is None:
        return context.rounding
    if rounding not in _ROUNDINGS:
        context.copy().rounding = rounding
    return rounding


def _later(file, *names):
    """Methods whose file is read when one of them is called."""
    for name in names:
        def method(self, *args, _name=name, **kwargs):
            return getattr(file(), _name)(self, *args, **kwargs)

        method.__name__ = name
        _method(method)


_later(_functions, "_power", "_power_modulo", "sqrt", "exp", "ln", "log10", "logb")
_later(_digits, "compare_signal", "compare_total", "compare_total_mag", "logical_and", "logical_invert", "logical_or",
       "logical_xor", "max_mag", "min_mag", "next_minus", "next_plus", "next_toward", "rotate", "same_quantum",
       "scaleb", "shift")


@_method
def _add(self, other, context):
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    if self._kind == 1 or other._kind == 1:
        if self._kind == other._kind and self._sign != other._sign:
            return context._invalid()
        return Decimal(self if self._kind == 1 else other)
    exponent = min(self._exp, other._exp)
    zero_sign = 1 if context.rounding == ROUND_FLOOR and self._sign != other._sign else 0
    if not self._int and not other._int:
        return _make(1 if self._sign and other._sign else zero_sign, 0, exponent)._fix(context)
    if not self._int or not other._int:
        one = other if not self._int else self
        lowest = max(exponent, one._exp - context.prec - 1)
        if one._exp > lowest:
            one = _make(one._sign, one._int * 10 ** (one._exp - lowest), lowest)
        return one._fix(context)
    a, b = self, other
    # A number far below the last digit of the other counts as one unit there.
    for first, second in ((a, b), (b, a)):
        if first._exp > second._exp:
            limit = min(first._exp, _length(first._int) + first._exp - context.prec - 2)
            if _length(second._int) + second._exp - 1 < min(first._exp, limit):
                small = _make(second._sign, 1, limit - 1 if limit <= first._exp else first._exp - 1)
                a, b = (first, small) if first is a else (small, first)
                break
    exponent = min(a._exp, b._exp)
    x = a._int * 10 ** (a._exp - exponent)
    y = b._int * 10 ** (b._exp - exponent)
    total = (-x if a._sign else x) + (-y if b._sign else y)
    if not total:
        return _make(zero_sign if a._sign != b._sign else a._sign, 0, min(self._exp, other._exp))._fix(context)
    return _make(int(total < 0), abs(total), exponent)._fix(context)


@_method
def _multiply(self, other, context):
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    sign = self._sign ^ other._sign
    if self._kind == 1 or other._kind == 1:
        if not self or not other:
            return context._invalid()
        return _make(sign, 0, 0, 1)
    return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)


@_method
def _divide(self, other, context):
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    sign = self._sign ^ other._sign
    if self._kind == 1:
        return context._invalid() if other._kind == 1 else _make(sign, 0, 0, 1)
    if other._kind == 1:
        context._signal([Clamped], None)
        return _make(sign, 0, context.Etiny())
    if not other._int:
        if not self._int:
            return context._invalid(DivisionUndefined)
        return context._signal([DivisionByZero], _make(sign, 0, 0, 1))
    ideal = self._exp - other._exp
    if not self._int:
        return _make(sign, 0, ideal)._fix(context)
    shift = _length(other._int) - _length(self._int) + context.prec + 1
    exponent = ideal - shift
    if shift >= 0:
        quotient, rest = divmod(self._int * 10 ** shift, other._int)
    else:
        quotient, rest = divmod(self._int, other._int * 10 ** -shift)
    if rest:
        # A last digit that rounds wrongly if it were 0 or 5 shows that something follows.
        if quotient % 5 == 0:
            quotient += 1
    else:
        while exponent < ideal and quotient % 10 == 0:
            quotient //= 10
            exponent += 1
    return _make(sign, quotient, exponent)._fix(context)


@_method
def _quotient(self, other, context):
    """The whole quotient and the exact rest of finite numbers; None when it is too long."""
    exponent = min(self._exp, other._exp)
    sign = self._sign ^ other._sign
    if not self._int:
        return _make(sign, 0, 0), _make(self._sign, 0, exponent)
    if _length(self._int) + self._exp - _length(other._int) - other._exp > context.prec + 1:
        return None
    # A number that is far smaller leaves itself.
    if _length(self._int) + self._exp < other._exp:
        return _make(sign, 0, 0), self
    quotient, rest = divmod(self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent))
    if quotient >= 10 ** context.prec:
        return None
    return _make(sign, quotient, 0), _make(self._sign, rest, exponent)


@_method
def _floor_divide(self, other, context):
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    sign = self._sign ^ other._sign
    if self._kind == 1:
        return context._invalid() if other._kind == 1 else _make(sign, 0, 0, 1)
    if other._kind == 1:
        return _make(sign, 0, 0)
    if not other._int:
        if not self._int:
            return context._invalid(DivisionUndefined)
        return context._signal([DivisionByZero], _make(sign, 0, 0, 1))
    found = self._quotient(other, context)
    return context._invalid(DivisionImpossible) if found is None else found[0]


@_method
def _remainder(self, other, context):
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    if self._kind == 1:
        return context._invalid()
    if not other._kind and not other._int:
        return context._invalid(InvalidOperation if self._int else DivisionUndefined)
    if other._kind == 1:
        return self._fix(context)
    found = self._quotient(other, context)
    return context._invalid(DivisionImpossible) if found is None else found[1]._fix(context)


@_method
def _integer_divide(self, other, context):
    """The whole quotient and the rest."""
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan, nan
    sign = self._sign ^ other._sign
    if self._kind == 1:
        invalid = context._invalid()
        return (invalid if other._kind == 1 else _make(sign, 0, 0, 1)), invalid
    if other._kind == 1:
        return _make(sign, 0, 0), self._fix(context)
    if not other._int:
        if not self._int:
            invalid = context._invalid(DivisionUndefined)
            return invalid, invalid
        return context._signal([DivisionByZero, InvalidOperation], _make(sign, 0, 0, 1)), _NAN
    found = self._quotient(other, context)
    if found is None:
        invalid = context._invalid(DivisionImpossible)
        return invalid, invalid
    return found[0], found[1]._fix(context)


@_method
def __add__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else self._add(other, getcontext())


Decimal.__radd__ = __add__


@_method
def __sub__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else self._add(other._negated() if other._kind < 2 else other,
                                                           getcontext())


@_method
def __rsub__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else other.__sub__(self)


@_method
def __mul__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else self._multiply(other, getcontext())


Decimal.__rmul__ = __mul__


@_method
def __truediv__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else self._divide(other, getcontext())


@_method
def __rtruediv__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else other._divide(self, getcontext())


@_method
def __floordiv__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else self._floor_divide(other, getcontext())


@_method
def __rfloordiv__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else other.__floordiv__(self)


@_method
def __mod__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else self._remainder(other, getcontext())


@_method
def __rmod__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else other.__mod__(self)


@_method
def __divmod__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else self._integer_divide(other, getcontext())


@_method
def __rdivmod__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else other._integer_divide(self, getcontext())


@_method
def remainder_near(self, other, context=None):
    context = _chosen(context)
    other = _operand(other, True)
    rest = self._remainder(other, context)
    if rest._kind or other._kind:
        return rest
    quotient, rest = self._quotient(other, context)
    order = (rest.copy_abs()._add(rest.copy_abs(), Context(prec=MAX_PREC)))._order(other.copy_abs())
    if order > 0 or order == 0 and quotient._int % 2:
        shift = other.copy_abs()
        return rest._add(shift if rest._sign else shift._negated(), context)
    return rest._fix(context)


@_method
def fma(self, other, third, context=None):
    context = _chosen(context)
    other, third = _operand(other, True), _operand(third, True)
    wide = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
    product = self._multiply(other, wide)
    return context._invalid() if wide.flags[InvalidOperation] else product._add(third, context)


@_method
def __pow__(self, other, modulo=None):
    other = _operand(other)
    if other is NotImplemented:
        return other
    if modulo is not None:
        return self._power_modulo(other, _operand(modulo, True), getcontext())
    return self._power(other, getcontext())


@_method
def __rpow__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else other._power(self, getcontext())


@_method
def _is_integer(self):
    if self._kind:
        return False
    return self._exp >= 0 or self._int % 10 ** min(-self._exp, _length(self._int) + 1) == 0


@_method
def _parity(self):
    if not self._int or self._exp > 0:
        return 0
    return self._int // 10 ** -self._exp % 2


@_method
def quantize(self, exp, rounding=None, context=None):
    context = _chosen(context)
    exp = _operand(exp, True)
    nan = self._nan_of(exp, context)
    if nan is not None:
        return nan
    if self._kind == 1 or exp._kind == 1:
        return Decimal(self) if self._kind == exp._kind else context._invalid()
    if not context.Etiny() <= exp._exp <= context.Emax:
        return context._invalid()
    if not self._int:
        return _make(self._sign, 0, exp._exp)._fix(context)
    if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
        return context._invalid()
    result = self._rescale(exp._exp, _rounding(rounding, context))
    if result.adjusted() > context.Emax or _length(result._int) > context.prec:
        return context._invalid()
    if exp._exp > self._exp:
        kinds = [Rounded]
        if result._order(self):
            kinds.insert(0, Inexact)
        context._signal(kinds, None)
    return result


@_method
def _rescale(self, exponent, rounding):
    if self._kind:
        return Decimal(self)
    if not self._int:
        return _make(self._sign, 0, exponent)
    if self._exp >= exponent:
        return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
    drop = exponent - self._exp
    if drop > _length(self._int) + 1:
        quotient, rest, scale = 0, 1, 10
    else:
        scale = 10 ** drop
        quotient, rest = divmod(self._int, scale)
    if rest and _rounds_up(rounding, self._sign, quotient % 10, rest * 2, scale):
        quotient += 1
    return _make(self._sign, quotient, exponent)


@_method
def to_integral_value(self, rounding=None, context=None):
    context = _chosen(context)
    rounding = _rounding(rounding, context)
    nan = self._nan_of(None, context)
    if nan is not None:
        return nan
    if self._kind or self._exp >= 0:
        return Decimal(self)
    return self._rescale(0, rounding)


Decimal.to_integral = to_integral_value


@_method
def to_integral_exact(self, rounding=None, context=None):
    context = _chosen(context)
    result = self.to_integral_value(rounding, context)
    if not self._kind and self._int and self._exp < 0:
        context._signal([Inexact, Rounded] if result._order(self) else [Rounded], None)
    return result


@_method
def normalize(self, context=None):
    context = _chosen(context)
    nan = self._nan_of(None, context)
    if nan is not None:
        return nan
    result = self._fix(context)
    if result._kind:
        return result
    if not result._int:
        return _make(result._sign, 0, 0)
    coefficient, exponent = result._int, result._exp
    while coefficient % 10 == 0 and exponent < context.Emax:
        coefficient //= 10
        exponent += 1
    return _make(result._sign, coefficient, exponent)


@_method
def _choose(self, other, context, larger):
    context = _chosen(context)
    other = _operand(other, True)
    if self._kind > 1 or other._kind > 1:
        if self._kind == 2 and other._kind < 2:
            return other._fix(context)
        if other._kind == 2 and self._kind < 2:
            return self._fix(context)
        return self._nan_of(other, context)
    order = self._order(other) or int(self.compare_total(other))
    return (self if (order >= 0) == larger else other)._fix(context)


def _max(self, other, context=None):
    return self._choose(other, context, True)


def _min(self, other, context=None):
    return self._choose(other, context, False)


_max.__name__, _min.__name__ = "max", "min"
_method(_max)
_method(_min)


@_method
def __floor__(self):
    return int(self._for_int()._rescale(0, ROUND_FLOOR))


@_method
def __ceil__(self):
    return int(self._for_int()._rescale(0, ROUND_CEILING))


@_method
def __round__(self, n=None):
    if n is not None:
        if not isinstance(n, int):
            raise TypeError("Second argument to round should be integral")
        return self.quantize(_make(0, 1, -n))
    return int(self) if self._kind else int(self._rescale(0, ROUND_HALF_EVEN))
