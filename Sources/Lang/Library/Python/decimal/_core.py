"""Numbers: how they are made, shown, compared and rounded."""
import math as _math
import numbers as _numbers
import re as _re
from decimal import _context
from decimal._context import _chosen, getcontext
from decimal._signals import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
    Clamped, ConversionSyntax, DecimalTuple, FloatOperation, Inexact, Overflow, Rounded, Subnormal, Underflow)

__name__ = "decimal"

_parse = _re.compile(
    r"(?P<sign>[-+])?(?:(?=\d|\.\d)(?P<int>\d*)(?:\.(?P<frac>\d*))?(?:e(?P<exp>[-+]?\d+))?"
    r"|inf(?:inity)?|(?P<signal>s)?nan(?P<diag>\d*))\Z", _re.IGNORECASE)


def _rounds_up(rounding, negative, last, rest, half):
    """Whether the magnitude grows when a non-zero rest is cut off after the digit `last`; `half` is half a unit."""
    if rounding == ROUND_HALF_EVEN:
        return rest > half or rest == half and last % 2 == 1
    if rounding == ROUND_HALF_UP:
        return rest >= half
    if rounding == ROUND_HALF_DOWN:
        return rest > half
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not negative
    if rounding == ROUND_FLOOR:
        return negative
    return last in (0, 5)


def _length(coefficient):
    """How many digits a number has. Texts of long ones are refused, so that those are measured by their bits."""
    bits = coefficient.bit_length()
    if bits < 10000:
        return len(str(coefficient)) if coefficient else 1
    least = bits * 30103 // 100000
    while coefficient >= 10 ** least:
        least += 1
    return least


class Decimal(_numbers.Number):
    """`_kind` is 0 for a finite number, 1 for infinity, 2 for NaN, 3 for a signalling one."""

    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if context is not None and not isinstance(context, _context.Context):
            raise TypeError("optional argument must be a context")
        self = object.__new__(cls)
        self._kind = 0
        if isinstance(value, str):
            match = _parse.match(value.strip().replace("_", ""))
            if match is None:
                _chosen(context)._invalid(ConversionSyntax)
                self._sign, self._int, self._exp, self._kind = 0, 0, 0, 2
                return self
            self._sign = 1 if match.group("sign") == "-" else 0
            whole = match.group("int")
            if whole is not None:
                fraction = match.group("frac") or ""
                self._int = int(whole + fraction or "0")
                self._exp = int(match.group("exp") or "0") - len(fraction)
            elif match.group("diag") is not None:
                self._int, self._exp = int(match.group("diag") or "0"), 0
                self._kind = 3 if match.group("signal") else 2
            else:
                self._int, self._exp, self._kind = 0, 0, 1
            return self
        if isinstance(value, int):
            value = int(value)
            self._sign, self._int, self._exp = (0, value, 0) if value >= 0 else (1, -value, 0)
            return self
        if isinstance(value, Decimal):
            self._sign, self._int, self._exp, self._kind = value._sign, value._int, value._exp, value._kind
            return self
        if isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            if not isinstance(sign, int) or sign not in (0, 1):
                raise ValueError("sign must be an integer with the value 0 or 1")
            self._sign, self._int = sign, 0
            if exponent == "F":
                self._exp, self._kind = 0, 1
                return self
            for digit in digits:
                if not isinstance(digit, int) or not 0 <= digit <= 9:
                    raise ValueError("coefficient must be a tuple of digits")
                self._int = self._int * 10 + digit
            if exponent in ("n", "N"):
                self._exp, self._kind = 0, 2 if exponent == "n" else 3
            elif isinstance(exponent, int):
                self._exp = exponent
            else:
                raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
            return self
        if isinstance(value, float):
            _chosen(context)._signal([FloatOperation], None)
            exact = Decimal.from_float(value)
            self._sign, self._int, self._exp, self._kind = exact._sign, exact._int, exact._exp, exact._kind
            return self
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if _math.isinf(f) or _math.isnan(f):
            return cls(repr(f))
        sign = 1 if _math.copysign(1.0, f) < 0 else 0
        above, below = abs(f).as_integer_ratio()
        places = below.bit_length() - 1
        result = _make(sign, above * 5 ** places, -places)
        return result if cls is Decimal else cls(result)

    def as_tuple(self):
        if self._kind == 1:
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, str(self._int)))
        if self._kind:
            return DecimalTuple(self._sign, () if not self._int else digits, "n" if self._kind == 2 else "N")
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        if self._kind == 1:
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        if not self._int:
            return 0, 1
        above, below = self._int, 1
        if self._exp >= 0:
            above *= 10 ** self._exp
        else:
            below = 10 ** -self._exp
            divisor = _math.gcd(above, below)
            above, below = above // divisor, below // divisor
        return (-above if self._sign else above), below

    def __repr__(self):
        return "Decimal('%s')" % str(self)

    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._kind == 1:
            return sign + "Infinity"
        if self._kind:
            return sign + ("NaN" if self._kind == 2 else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            place = left
        elif not eng:
            place = 1
        elif digits == "0":
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            whole, fraction = "0", "." + "0" * -place + digits
        elif place >= len(digits):
            whole, fraction = digits + "0" * (place - len(digits)), ""
        else:
            whole, fraction = digits[:place], "." + digits[place:]
        if left == place:
            return sign + whole + fraction
        letter = "E" if _chosen(context).capitals else "e"
        return sign + whole + fraction + "%s%+d" % (letter, left - place)

    def to_eng_string(self, context=None):
        _chosen(context)
        return self.__str__(eng=True, context=context)

    def _fix(self, context):
        """Rounds to the context's precision and exponent range."""
        if self._kind:
            if self._kind == 3 or self._kind == 2 and self._int and _length(self._int) > context.prec - context.clamp:
                return _make(self._sign, self._int % 10 ** (context.prec - context.clamp), 0, self._kind)
            return self
        tiny, top = context.Emin - context.prec + 1, context.Emax - context.prec + 1
        if not self._int:
            highest = top if context.clamp else context.Emax
            exponent = min(max(self._exp, tiny), highest)
            if exponent != self._exp:
                context._signal([Clamped], None)
                return _make(self._sign, 0, exponent)
            return self
        length = _length(self._int)
        lowest = length + self._exp - context.prec
        if lowest > top:
            context._signal([Overflow, Inexact, Rounded], None)
            return self._overflowed(context)
        subnormal = lowest < tiny
        if subnormal:
            lowest = tiny
        if self._exp < lowest:
            drop = lowest - self._exp
            scale = 10 ** drop
            quotient, rest = divmod(self._int, scale)
            if rest and _rounds_up(context.rounding, self._sign, quotient % 10, rest * 2, scale):
                quotient += 1
                if _length(quotient) > context.prec:
                    quotient //= 10
                    lowest += 1
            kinds = []
            if lowest > top:
                context._signal([Overflow, Inexact, Rounded], None)
                return self._overflowed(context)
            if rest and subnormal:
                kinds.append(Underflow)
            if subnormal:
                kinds.append(Subnormal)
            if rest:
                kinds.append(Inexact)
            kinds.append(Rounded)
            if not quotient:
                kinds.append(Clamped)
            return context._signal(kinds, _make(self._sign, quotient, lowest))
        if subnormal:
            context._signal([Subnormal], None)
        if context.clamp and self._exp > top:
            context._signal([Clamped], None)
            return _make(self._sign, self._int * 10 ** (self._exp - top), top)
        return self

    def _overflowed(self, context):
        rounding = context.rounding
        if (rounding in (ROUND_DOWN, ROUND_05UP) or rounding == ROUND_CEILING and self._sign
                or rounding == ROUND_FLOOR and not self._sign):
            return _make(self._sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return _make(self._sign, 0, 0, 1)

    def _nan_of(self, other, context):
        """The NaN that an operation with a NaN gives; None if neither is one."""
        for one in (self, other):
            if one is not None and one._kind == 3:
                context._invalid()
                return _make(one._sign, one._int, 0, 2)
        for one in (self, other):
            if one is not None and one._kind == 2:
                return one._fix(context)
        return None

    def __bool__(self):
        return bool(self._kind or self._int)

    def _order(self, other):
        if self._kind == 1 or other._kind == 1:
            a = (-1 if self._sign else 1) if self._kind == 1 else 0
            b = (-1 if other._sign else 1) if other._kind == 1 else 0
            return (a > b) - (a < b)
        if not self._int and not other._int:
            return 0
        a, b = -self._int if self._sign else self._int, -other._int if other._sign else other._int
        if (a > 0) != (b > 0) or not a or not b:
            return (a > b) - (a < b)
        mine, theirs = _length(self._int) + self._exp, _length(other._int) + other._exp
        if mine != theirs:
            return (1 if mine > theirs else -1) * (-1 if self._sign else 1)
        if self._exp > other._exp:
            a *= 10 ** (self._exp - other._exp)
        else:
            b *= 10 ** (other._exp - self._exp)
        return (a > b) - (a < b)

    def _comparable(self, other, equality=False):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        if isinstance(other, float):
            context = getcontext()
            if equality:
                context.flags[FloatOperation] = True
            else:
                context._signal([FloatOperation], None)
            return Decimal.from_float(other)
        if isinstance(other, _numbers.Rational):
            return other
        return NotImplemented

    def _compare_with(self, other, test, equality=False):
        other = self._comparable(other, equality)
        if other is NotImplemented:
            return NotImplemented
        if not isinstance(other, Decimal):
            if self._kind:
                other = Decimal(0)
            else:
                return test(_sign_of(_to_fraction(self) - other))
        if self._kind > 1 or other._kind > 1:
            if not equality or self._kind == 3 or other._kind == 3:
                getcontext()._invalid()
            return False
        return test(self._order(other))

    def __eq__(self, other):
        return self._compare_with(other, lambda order: order == 0, True)

    def __lt__(self, other):
        return self._compare_with(other, lambda order: order < 0)

    def __le__(self, other):
        return self._compare_with(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._compare_with(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._compare_with(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        context = _chosen(context)
        other = _operand(other, True)
        nan = self._nan_of(other, context)
        return nan if nan is not None else Decimal(self._order(other))

    def __hash__(self):
        if self._kind == 3:
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == 2:
            return object.__hash__(self)
        if self._kind == 1:
            return -314159 if self._sign else 314159
        modulus = 2305843009213693951
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        result = self._int * power % modulus
        result = -result if self._sign else result
        return -2 if result == -1 else result

    def _negated(self):
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def __neg__(self, context=None):
        context = _chosen(context)
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._negated()._fix(context)

    def __pos__(self, context=None):
        context = _chosen(context)
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        result = self._fix(context)
        return result if type(result) is Decimal else Decimal(result)

    def __abs__(self, round=True, context=None):
        return self.__neg__(context=context) if self._sign else self.__pos__(context=context)

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return self._negated()

    def copy_sign(self, other, context=None):
        _chosen(context)
        return _make(_operand(other, True)._sign, self._int, self._exp, self._kind)

    def adjusted(self):
        return 0 if self._kind else self._exp + _length(self._int) - 1

    def canonical(self):
        return self

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def is_nan(self):
        return self._kind > 1

    def is_qnan(self):
        return self._kind == 2

    def is_snan(self):
        return self._kind == 3

    def is_infinite(self):
        return self._kind == 1

    def is_finite(self):
        return self._kind == 0

    def is_zero(self):
        return not self._kind and not self._int

    def is_signed(self):
        return self._sign == 1

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        context = _chosen(context)
        return not self._kind and bool(self._int) and context.Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        context = _chosen(context)
        return not self._kind and bool(self._int) and self.adjusted() < context.Emin

    def number_class(self, context=None):
        if self._kind > 1:
            return "NaN" if self._kind == 2 else "sNaN"
        name = "Infinity" if self._kind else "Zero" if not self._int else (
            "Subnormal" if self.is_subnormal(context) else "Normal")
        return ("-" if self._sign else "+") + name

    def __int__(self):
        if self._kind == 1:
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        value = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** min(
            -self._exp, _length(self._int) + 1)
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._kind == 3:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == 2:
            return float("-nan" if self._sign else "nan")
        return float(str(self))

    def _for_int(self):
        if self._kind:
            int(self)
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __format__(self, specifier, context=None):
        if not isinstance(specifier, str):
            raise TypeError("format arg must be str")
        from decimal import _format

        return _format.formatted(self, specifier, _chosen(context))


def _sign_of(value):
    return (value > 0) - (value < 0)


def _to_fraction(value):
    from fractions import Fraction
    return Fraction(*value.as_integer_ratio())


def _make(sign, coefficient, exponent, kind=0):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._kind = sign, coefficient, exponent, kind
    return self


def _operand(value, raises=False):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if raises:
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
    return NotImplemented


_NAN = _make(0, 0, 0, 2)
_ONE = _make(0, 1, 0)
_context.Decimal, _context._NAN = Decimal, _NAN
