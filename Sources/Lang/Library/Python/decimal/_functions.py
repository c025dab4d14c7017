"""Powers, roots, exponentials and logarithms; read when one is asked for."""
import math as _math
from decimal._context import Context, _chosen
from decimal._core import Decimal, _length, _make, _ONE
from decimal._signals import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, DivisionByZero, Inexact, Overflow, Rounded

__name__ = "decimal"

_logs = {}


def _ln_ratio(a, b, places):
    """ln(a/b) for a ratio near 1, times 10 to the places: the series of artanh."""
    scale = 10 ** places
    x = (a - b) * scale // (a + b)
    square = x * x // scale
    total, term, divisor = 0, x, 1
    while term:
        total += term // divisor if term >= 0 else -(-term // divisor)
        term = term * square // scale if term >= 0 else -(-term * square // scale)
        divisor += 2
    return 2 * total


def _ln_of(number, places):
    if (number, places) not in _logs:
        if len(_logs) > 50:
            _logs.clear()
        if number == 2:
            _logs[2, places] = _ln_ratio(2, 1, places)
        else:
            # 10 = 2 ** 3 * 1.25
            _logs[10, places] = 3 * _ln_of(2, places) + _ln_ratio(5, 4, places)
    return _logs[number, places]


def _ln_scaled(value, places):
    """ln of a positive number times 10 to the places, within a unit or two."""
    wide = places + 10 + len(str(abs(value._exp)))
    above, exponent = value._int, value._exp
    digits = _length(above)
    # value = m * 10 ** power with m in [1, 10), brought near 1 by halving.
    power = exponent + digits - 1
    below = 10 ** (digits - 1)
    twos = 0
    while above * 4 > below * 5:
        below *= 2
        twos += 1
    # Square roots bring the ratio nearer to 1, so that the series is short.
    roots = 0
    scale = 10 ** wide
    ratio = above * scale // below
    while abs(ratio - scale) * 64 > scale and roots < 8:
        ratio = _math.isqrt(ratio * scale)
        roots += 1
    wider = 10 ** 6
    if roots:
        scale2 = scale * wider
        ratio = above * scale2 // below
        for _ in range(roots):
            ratio = _math.isqrt(ratio * scale2)
        log = _ln_ratio(ratio, scale2, wide) << roots
    else:
        log = _ln_ratio(above, below, wide)
    total = log + twos * _ln_of(2, wide) + power * _ln_of(10, wide)
    cut = 10 ** (wide - places)
    return (total + cut // 2) // cut


def _exp_digits(value, digits):
    """e to a number: at least so many digits, and the exponent of ten."""
    wide = digits + 10 + max(0, value.adjusted() + 1)
    scale = 10 ** wide
    x = value._int * 10 ** (value._exp + wide) if value._exp + wide >= 0 else value._int // 10 ** -(value._exp + wide)
    if value._sign:
        x = -x
    ln10 = _ln_of(10, wide)
    power, x = divmod(x, ln10)
    halvings = 8
    x >>= halvings
    total = term = scale
    count = 1
    while term:
        term = term * x // (scale * count)
        total += term
        count += 1
    for _ in range(halvings):
        total = total * total // scale
    drop = _length(total) - digits
    return total // 10 ** drop + (1 if total // 10 ** drop % 5 == 0 else 0), power - wide + drop


def _exact_root(base, power, context):
    """base ** power where that has an exact result for a power that is no integer; None otherwise."""
    from fractions import Fraction
    ratio = Fraction(*power.as_integer_ratio())
    degree = ratio.denominator
    if degree > 64 or abs(ratio.numerator) > 1000:
        return None
    coefficient, exponent = base._int, base._exp
    while coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    for _ in range(degree):
        if exponent % degree == 0:
            low = round(coefficient ** (1 / degree)) if coefficient < 1 << 900 else None
            if low is None:
                return None
            for root in (low - 1, low, low + 1):
                if root > 0 and root ** degree == coefficient:
                    exact = _make(0, root, exponent // degree)
                    result = exact._power(Decimal(ratio.numerator), context)
                    if not result._kind and _length(result._int) < context.prec:
                        # Powers that are no integers count as inexact and fill the precision.
                        pad = context.prec - _length(result._int)
                        context._signal([Inexact, Rounded], None)
                        return _make(0, result._int * 10 ** pad, result._exp - pad)
                    return result
        coefficient *= 10
        exponent -= 1
    return None


def _nearest(value, context):
    """A value rounded half to even, whatever the context says."""
    saved, context.rounding = context.rounding, ROUND_HALF_EVEN
    try:
        return value._fix(context)
    finally:
        context.rounding = saved


def _power_modulo(self, other, modulo, context):
    nan = self._nan_of(other, context) or modulo._nan_of(None, context)
    if nan:
        return nan
    parts = (self, other, modulo)
    if (any(part._kind or not part._is_integer() for part in parts) or other._sign or not modulo
            or not self and not other or modulo.adjusted() >= context.prec):
        return context._invalid()
    value = pow(abs(int(self)), int(other), abs(int(modulo)))
    return _make(1 if self._sign and other._parity() else 0, value, 0)


def _power(self, other, context):
    nan = self._nan_of(other, context)
    if nan is not None:
        return nan
    if not other:
        return context._invalid() if not self else _make(0, 1, 0)
    integral = other._is_integer()
    sign = 0
    base = self
    if self._sign:
        if integral:
            sign = int(other._parity())
        elif self._int or self._kind:
            return context._invalid()
        base = self.copy_abs()
    if not base:
        return _make(sign, 0, 0, 1) if other._sign else _make(sign, 0, 0)
    if base._kind == 1:
        return _make(sign, 0, 0) if other._sign else _make(sign, 0, 0, 1)
    if other._kind == 1:
        order = base._order(_ONE)
        if order == 0:
            return context._signal([Inexact, Rounded], _make(0, 10 ** (context.prec - 1), 1 - context.prec))
        return _make(0, 0, 0, 1) if (order > 0) != bool(other._sign) else _make(0, 0, 0)
    if integral:
        power = int(other)
        if power > 0 and power * _length(base._int) <= 40000 + 4 * context.prec:
            exact = _make(sign, base._int ** power, base._exp * power)
            return exact._fix(context)
        if base._int == 1 and base._exp * power <= context.Emax:
            return _make(sign, 1, base._exp * power)._fix(context)
        if power < 0 and -power * _length(base._int) <= 40000 + 4 * context.prec:
            wide = _make(0, base._int ** -power, base._exp * -power)
            return _make(sign, 1, 0)._divide(wide, context)
    else:
        root = _exact_root(base, other, context)
        if root is not None:
            return root
    extra = context.prec + max(0, len(str(abs(other._exp))), _length(other._int) + other._exp) + 12
    wide = Context(prec=extra, Emax=MAX_EMAX, Emin=MIN_EMIN, rounding=ROUND_HALF_EVEN, traps=[])
    result = base.ln(wide)._multiply(other, wide)
    if _length(result._int) + result._exp > 20:
        if (result._sign == 0):
            context._signal([Overflow, Inexact, Rounded], None)
            return _make(sign, 0, 0)._overflowed(context)
        return _make(sign, 1, context.Etiny() - 2)._fix(context)
    result = result.exp(wide)
    if result._kind == 1:
        context._signal([Overflow, Inexact, Rounded], None)
        return _make(sign, 0, 0)._overflowed(context)
    result = _make(sign, result._int, result._exp)
    return result._fix(context)


def sqrt(self, context=None):
    context = _chosen(context)
    nan = self._nan_of(None, context)
    if nan is not None:
        return nan
    if self._kind == 1 and not self._sign:
        return Decimal(self)
    if not self:
        return _make(self._sign, 0, self._exp // 2)._fix(context)
    if self._sign:
        return context._invalid()
    digits = context.prec + 1
    exponent = self._exp >> 1
    if self._exp & 1:
        coefficient, length = self._int * 10, (_length(self._int) >> 1) + 1
    else:
        coefficient, length = self._int, _length(self._int) + 1 >> 1
    shift = digits - length
    exact = True
    if shift >= 0:
        coefficient *= 100 ** shift
    else:
        coefficient, rest = divmod(coefficient, 100 ** -shift)
        exact = not rest
    exponent -= shift
    root = _math.isqrt(coefficient)
    exact = exact and root * root == coefficient
    if exact:
        if shift >= 0:
            root //= 10 ** shift
        else:
            root *= 10 ** -shift
        exponent += shift
    elif root % 5 == 0:
        root += 1
    result = _make(0, root, exponent)
    return _nearest(result, context)


def exp(self, context=None):
    context = _chosen(context)
    nan = self._nan_of(None, context)
    if nan is not None:
        return nan
    if self._kind == 1:
        return _make(0, 0, 0) if self._sign else Decimal(self)
    if not self:
        return _make(0, 1, 0)
    adjusted = self.adjusted()
    if adjusted > 19:
        if self._sign:
            return _make(0, 1, context.Etiny() - 2)._fix(context)
        context._signal([Overflow, Inexact, Rounded], None)
        return _make(0, 0, 0)._overflowed(context)
    extra = 4
    while True:
        digits = context.prec + extra
        value, exponent = _exp_digits(self, digits)
        # Unless the digits after the precision are too near to a tie, the result is decided.
        if value % (5 * 10 ** (_length(value) - context.prec - 1)):
            break
        extra += 3
    return _nearest(_make(0, value, exponent), context)


def _logarithm_at_once(self, context):
    """A logarithm that takes no calculation: of what is no number, not above zero or infinite; None for others."""
    nan = self._nan_of(None, context)
    if nan is not None:
        return nan
    if not self:
        return _make(1, 0, 0, 1)
    if self._sign:
        return context._invalid()
    return _make(0, 0, 0, 1) if self._kind == 1 else None


def ln(self, context=None):
    context = _chosen(context)
    known = _logarithm_at_once(self, context)
    if known is not None:
        return known
    if self._order(_ONE) == 0:
        return _make(0, 0, 0)
    places = context.prec + 5
    while True:
        value = _ln_scaled(self, places)
        size = _length(abs(value))
        if size > context.prec + 2 and abs(value) % (5 * 10 ** (size - context.prec - 1)):
            break
        places += 3 if size > context.prec else context.prec + 3 - size
    return _nearest(_make(int(value < 0), abs(value), -places), context)


def log10(self, context=None):
    context = _chosen(context)
    known = _logarithm_at_once(self, context)
    if known is not None:
        return known
    text = str(self._int)
    if text[0] == "1" and text[1:] == "0" * (len(text) - 1):
        return _nearest(Decimal(self._exp + len(text) - 1), context)
    places = context.prec + 5
    while True:
        wide = places + 6
        value = _ln_scaled(self, wide) * 10 ** places // _ln_scaled(Decimal(10), wide)
        size = _length(abs(value))
        if size > context.prec + 2 and abs(value) % (5 * 10 ** (size - context.prec - 1)):
            break
        places += 3
    return _nearest(_make(int(value < 0), abs(value), -places), context)


def logb(self, context=None):
    context = _chosen(context)
    nan = self._nan_of(None, context)
    if nan is not None:
        return nan
    if self._kind == 1:
        return _make(0, 0, 0, 1)
    if not self:
        return context._signal([DivisionByZero], _make(1, 0, 0, 1))
    return Decimal(self.adjusted())._fix(context)
