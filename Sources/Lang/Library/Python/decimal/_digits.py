"""Operations on the digits of numbers, and comparisons that are seldom needed; read when one is asked for."""
from decimal._context import _chosen
from decimal._core import Decimal, _length, _make, _operand
from decimal._signals import ROUND_CEILING, ROUND_FLOOR, Inexact, Overflow, Rounded, Subnormal, Underflow

__name__ = "decimal"


def compare_signal(self, other, context=None):
    context = _chosen(context)
    other = _operand(other, True)
    if self._kind > 1 or other._kind > 1:
        return context._invalid() if max(self._kind, other._kind) == 2 else self._nan_of(other, context)
    return Decimal(self._order(other))


def compare_total(self, other, context=None):
    _chosen(context)
    other = _operand(other, True)
    if self._sign != other._sign:
        return Decimal(-1 if self._sign else 1)
    sign = -1 if self._sign else 1
    rank = {0: 0, 1: 1, 3: 2, 2: 3}
    a, b = rank[self._kind], rank[other._kind]
    if a != b and (a > 1 or b > 1):
        return Decimal(sign if a > b else -sign)
    order = self.copy_abs()._order(other.copy_abs()) if a <= 1 else (self._int > other._int) - (
        self._int < other._int)
    if order:
        return Decimal(sign * order)
    return Decimal(sign * ((self._exp > other._exp) - (self._exp < other._exp)))


def compare_total_mag(self, other, context=None):
    _chosen(context)
    return self.copy_abs().compare_total(_operand(other, True).copy_abs())


def _larger(self, other, context, larger):
    """The number of the larger (or smaller) magnitude."""
    context = _chosen(context)
    other = _operand(other, True)
    if self._kind > 1 or other._kind > 1:
        return self._choose(other, context, larger)
    first, second = self.copy_abs(), other.copy_abs()
    order = first._order(second) or int(self.compare_total(other))
    return (self if (order >= 0) == larger else other)._fix(context)


def max_mag(self, other, context=None):
    return _larger(self, other, context, True)


def min_mag(self, other, context=None):
    return _larger(self, other, context, False)


def next_toward(self, other, context=None):
    context = _chosen(context)
    other = _operand(other, True)
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    order = self._order(other)
    if order == 0:
        return self.copy_sign(other)
    result = self.next_plus(context) if order < 0 else self.next_minus(context)
    if result._kind == 1:
        context._signal([Overflow, Inexact, Rounded], None)
    elif result.adjusted() < context.Emin:
        context._signal([Underflow, Subnormal, Inexact, Rounded], None)
    return result


def _bits(number, context):
    """The digits of a number that consists of zeros and ones only; None for others."""
    if number._kind or number._sign or number._exp:
        return None
    digits = str(number._int)
    if len(digits) > context.prec or digits.strip("01"):
        return None
    return digits.zfill(context.prec)


def _logical(self, other, context, operation):
    context = _chosen(context)
    first, second = _bits(self, context), _bits(_operand(other, True), context)
    if first is None or second is None:
        return context._invalid()
    digits = [str(operation(int(a), int(b))) for a, b in zip(first, second)]
    return _make(0, int("".join(digits)), 0)


def logical_and(self, other, context=None):
    return _logical(self, other, context, lambda a, b: a & b)


def logical_or(self, other, context=None):
    return _logical(self, other, context, lambda a, b: a | b)


def logical_xor(self, other, context=None):
    return _logical(self, other, context, lambda a, b: a ^ b)


def logical_invert(self, context=None):
    context = _chosen(context)
    return _logical(self, _make(0, int("1" * context.prec), 0), context, lambda a, b: a ^ b)


def _moved(self, other, context, move):
    context = _chosen(context)
    other = _operand(other, True)
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    if other._kind or other._exp or _length(other._int) > 18 or not -context.prec <= int(other) <= context.prec:
        return context._invalid()
    if self._kind:
        return Decimal(self)
    digits = str(self._int)[-context.prec:].zfill(context.prec)
    return _make(self._sign, int(move(digits, int(other)) or "0"), self._exp)


def rotate(self, other, context=None):
    return _moved(self, other, context, lambda digits, count: digits[count:] + digits[:count])


def shift(self, other, context=None):
    def move(digits, count):
        return digits[count:] + "0" * count if count >= 0 else digits[:count]

    return _moved(self, other, context, move)


def _next(self, context, rounding, sign):
    """The nearest number above (sign 0) or below (sign 1) that a context can hold."""
    nan = self._nan_of(None, _chosen(context))
    if nan is not None:
        return nan
    context = _chosen(context).copy()
    context.rounding = rounding
    context.clear_traps()
    if self._kind == 1:
        return self if self._sign == sign else _make(self._sign, 10 ** context.prec - 1, context.Etop())
    fixed = self._fix(context)
    return fixed if fixed._order(self) else self._add(_make(sign, 1, context.Etiny() - 1), context)


def next_plus(self, context=None):
    return _next(self, context, ROUND_CEILING, 0)


def next_minus(self, context=None):
    return _next(self, context, ROUND_FLOOR, 1)


def scaleb(self, other, context=None):
    context = _chosen(context)
    other = _operand(other, True)
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    limit = 2 * (context.Emax + context.prec)
    if other._kind or other._exp or not -limit <= int(other) <= limit:
        return context._invalid()
    return _make(self._sign, self._int, self._exp + int(other), self._kind)._fix(context)


def same_quantum(self, other, context=None):
    _chosen(context)
    other = _operand(other, True)
    if self._kind or other._kind:
        return self._kind == other._kind or self._kind > 1 and other._kind > 1
    return self._exp == other._exp
