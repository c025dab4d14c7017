"""Decimal arithmetic by the General Decimal Arithmetic Specification: numbers are sign, coefficient and exponent."""
import _katydid
import math as _math
import numbers as _numbers
import re as _re
from collections import namedtuple as _namedtuple
from threading import local as _local

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = (
    "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING")
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
_ROUNDINGS = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN,
              ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1
HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation)
_parse = _re.compile(
    r"(?P<sign>[-+])?(?:(?=\d|\.\d)(?P<int>\d*)(?:\.(?P<frac>\d*))?(?:e(?P<exp>[-+]?\d+))?"
    r"|inf(?:inity)?|(?P<signal>s)?nan(?P<diag>\d*))\Z", _re.IGNORECASE)


class _Signals(dict):
    def __repr__(self):
        return "{%s}" % ", ".join("%r:%r" % (kind, bool(self[kind])) for kind in _SHOWN)


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
        if traps is None:
            traps = base.traps if base else {}
        elif not isinstance(traps, dict):
            traps = {kind: kind in traps for kind in _SIGNALS}
        self.traps = _Signals({kind: traps.get(kind, False) for kind in _SIGNALS})
        if flags is None:
            flags = {}
        elif not isinstance(flags, dict):
            flags = {kind: kind in flags for kind in _SIGNALS}
        self.flags = _Signals({kind: flags.get(kind, False) for kind in _SIGNALS})

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
            if not 1 <= value <= MAX_PREC:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        elif name == "rounding" and value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name == "Emin" and not MIN_EMIN <= value <= 0:
            raise ValueError("valid range for Emin is [MIN_EMIN, 0]")
        elif name == "Emax" and not 0 <= value <= MAX_EMAX:
            raise ValueError("valid range for Emax is [0, MAX_EMAX]")
        elif name == "capitals" and value not in (0, 1):
            raise ValueError("valid values for capitals are [0, 1]")
        elif name == "clamp" and value not in (0, 1):
            raise ValueError("valid values for clamp are [0, 1]")
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
        for kind in kinds:
            for base in _SIGNALS:
                if issubclass(kind, base) and self.traps[base]:
                    raise (kind if kind in (DivisionByZero, Overflow, Underflow, FloatOperation) else base)(
                        [one for one in kinds if self.traps.get(one)])
        return result

    def _invalid(self, kind=InvalidOperation):
        for base in _SIGNALS:
            if issubclass(kind, base):
                self.flags[base] = True
        if self.traps[InvalidOperation]:
            raise InvalidOperation([kind])
        return _NAN

    def create_decimal(self, num="0"):
        value = Decimal(num, context=self)
        return value._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def _ask(self, name, a, *others):
        method = getattr(_to_decimal(a), name)
        return method(*[_to_decimal(other) for other in others], context=self)

    def abs(self, x):
        return _to_decimal(x).__abs__(context=self)

    def add(self, x, y):
        return _to_decimal(x)._add(_to_decimal(y), self)

    def subtract(self, x, y):
        return _to_decimal(x)._add(_to_decimal(y)._negated(), self)

    def multiply(self, x, y):
        return _to_decimal(x)._multiply(_to_decimal(y), self)

    def divide(self, x, y):
        return _to_decimal(x)._divide(_to_decimal(y), self)

    def divide_int(self, x, y):
        return _to_decimal(x)._integer_divide(_to_decimal(y), self)[0]

    def remainder(self, x, y):
        return _to_decimal(x)._integer_divide(_to_decimal(y), self)[1]

    def divmod(self, x, y):
        return _to_decimal(x)._integer_divide(_to_decimal(y), self)

    def power(self, a, b, modulo=None):
        return _to_decimal(a)._power(_to_decimal(b), self)

    def sqrt(self, x):
        return self._ask("sqrt", x)

    def exp(self, x):
        return self._ask("exp", x)

    def ln(self, x):
        return self._ask("ln", x)

    def log10(self, x):
        return self._ask("log10", x)

    def quantize(self, x, y):
        return self._ask("quantize", x, y)

    def compare(self, x, y):
        return self._ask("compare", x, y)

    def max(self, x, y):
        return self._ask("max", x, y)

    def min(self, x, y):
        return self._ask("min", x, y)

    def normalize(self, x):
        return self._ask("normalize", x)

    def plus(self, x):
        return _to_decimal(x)._fix(self)

    def minus(self, x):
        return _to_decimal(x).__neg__(context=self)

    def fma(self, x, y, z):
        return self._ask("fma", x, y, z)

    def to_integral_value(self, x):
        return self._ask("to_integral_value", x)

    def to_integral_exact(self, x):
        return self._ask("to_integral_exact", x)

    def to_sci_string(self, x):
        return str(_to_decimal(x))

    def to_eng_string(self, x):
        return _to_decimal(x).to_eng_string()

    def is_nan(self, x):
        return _to_decimal(x).is_nan()

    def is_infinite(self, x):
        return _to_decimal(x).is_infinite()

    def is_zero(self, x):
        return _to_decimal(x).is_zero()


_default = None


def _to_decimal(value):
    return value if isinstance(value, Decimal) else Decimal(value)


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
    return len(str(coefficient)) if coefficient else 1


class Decimal(_numbers.Number):
    """`_kind` is 0 for a finite number, 1 for infinity, 2 for NaN, 3 for a signalling one."""
    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        self = object.__new__(cls)
        self._kind = 0
        if isinstance(value, str):
            match = _parse.match(value.strip().replace("_", ""))
            if match is None:
                (context or getcontext())._invalid(ConversionSyntax)
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
            self._sign, self._int, self._exp = (0, value, 0) if value >= 0 else (1, -value, 0)
            return self
        if isinstance(value, Decimal):
            self._sign, self._int, self._exp, self._kind = value._sign, value._int, value._exp, value._kind
            return self
        if isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            if sign not in (0, 1):
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
            (context or getcontext())._signal([FloatOperation], None)
            exact = Decimal.from_float(value)
            self._sign, self._int, self._exp, self._kind = exact._sign, exact._int, exact._exp, exact._kind
            return self
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)

    @classmethod
    def from_float(cls, f):
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
        letter = "E" if (context or getcontext()).capitals else "e"
        return sign + whole + fraction + "%s%+d" % (letter, left - place)

    def to_eng_string(self, context=None):
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
        context = context or getcontext()
        other = _operand(other, True)
        nan = self._nan_of(other, context)
        return nan if nan is not None else Decimal(self._order(other))

    def compare_total(self, other, context=None):
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
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._negated()._fix(context)

    def __pos__(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def __abs__(self, round=True, context=None):
        return self.__neg__(context=context) if self._sign else self.__pos__(context=context)

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return self._negated()

    def copy_sign(self, other, context=None):
        return _make(_operand(other, True)._sign, self._int, self._exp, self._kind)

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

    def _integer_divide(self, other, context):
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._kind == 1:
            invalid = context._invalid()
            return (invalid if other._kind == 1 else _make(sign, 0, 0, 1)), invalid
        if not other:
            if not self:
                invalid = context._invalid(DivisionUndefined)
                return invalid, invalid
            result = context._signal([DivisionByZero, InvalidOperation], _make(sign, 0, 0, 1))
            return result, _NAN
        if other._kind == 1:
            return _make(sign, 0, 0), self._fix(context)
        exponent = min(self._exp, other._exp)
        if _length(self._int) + self._exp - _length(other._int) - other._exp > context.prec + 1:
            invalid = context._invalid(DivisionImpossible)
            return invalid, invalid
        quotient, rest = divmod(self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent))
        if quotient >= 10 ** context.prec:
            invalid = context._invalid(DivisionImpossible)
            return invalid, invalid
        return _make(sign, quotient, 0), _make(self._sign, rest, exponent)._fix(context)

    def __add__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._add(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._add(other._negated() if other._kind < 2 else other,
                                                               getcontext())

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__sub__(self)

    def __mul__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._multiply(other, getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._divide(other, getcontext())

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._divide(self, getcontext())

    def __floordiv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if not other._kind and not other._int and not self._kind and self._int:
            return getcontext()._signal([DivisionByZero], _make(self._sign ^ other._sign, 0, 0, 1))
        return self._integer_divide(other, getcontext())[0]

    def __rfloordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__floordiv__(self)

    def __mod__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if not other._kind and not other._int and not self._kind and self._int:
            return getcontext()._invalid()
        return self._integer_divide(other, getcontext())[1]

    def __rmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other.__mod__(self)

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._integer_divide(other, getcontext())

    def __rdivmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._integer_divide(self, getcontext())

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _operand(other, True)
        quotient, rest = self._integer_divide(other, context)
        if rest._kind:
            return rest
        order = (rest.copy_abs()._add(rest.copy_abs(), Context(prec=MAX_PREC)))._order(other.copy_abs())
        if order > 0 or order == 0 and quotient._int % 2:
            shift = other.copy_abs()
            return rest._add(shift if rest._sign else shift._negated(), context)
        return rest

    def fma(self, other, third, context=None):
        context = context or getcontext()
        other, third = _operand(other, True), _operand(third, True)
        wide = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=dict(context.traps))
        return self._multiply(other, wide)._add(third, context)

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
        result = _make(sign, result._int, result._exp)
        return result._fix(context)

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            modulo = _operand(modulo, True)
            value = pow(int(self), int(other), int(modulo))
            return Decimal(value)
        return self._power(other, getcontext())

    def __rpow__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._power(self, getcontext())

    def _is_integer(self):
        if self._kind:
            return False
        return self._exp >= 0 or self._int % 10 ** min(-self._exp, _length(self._int) + 1) == 0

    def _parity(self):
        if not self._int or self._exp > 0:
            return 0
        return self._int // 10 ** -self._exp % 2

    def sqrt(self, context=None):
        context = context or getcontext()
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
        saved, context.rounding = context.rounding, ROUND_HALF_EVEN
        try:
            return result._fix(context)
        finally:
            context.rounding = saved

    def exp(self, context=None):
        context = context or getcontext()
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
        saved, context.rounding = context.rounding, ROUND_HALF_EVEN
        try:
            return _make(0, value, exponent)._fix(context)
        finally:
            context.rounding = saved

    def ln(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, 1)
        if self._kind == 1 and not self._sign:
            return _make(0, 0, 0, 1)
        if self._order(_ONE) == 0 and not self._kind:
            return _make(0, 0, 0)
        if self._sign:
            return context._invalid()
        places = context.prec + 5
        while True:
            value = _ln_scaled(self, places)
            size = _length(abs(value))
            if size > context.prec + 2 and abs(value) % (5 * 10 ** (size - context.prec - 1)):
                break
            places += 3 if size > context.prec else context.prec + 3 - size
        saved, context.rounding = context.rounding, ROUND_HALF_EVEN
        try:
            return _make(int(value < 0), abs(value), -places)._fix(context)
        finally:
            context.rounding = saved

    def log10(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, 1)
        if self._kind == 1 and not self._sign:
            return _make(0, 0, 0, 1)
        if self._sign:
            return context._invalid()
        text = str(self._int)
        if text[0] == "1" and text[1:] == "0" * (len(text) - 1):
            return Decimal(self._exp + len(text) - 1)._fix(context)
        places = context.prec + 5
        while True:
            wide = places + 6
            value = _ln_scaled(self, wide) * 10 ** places // _ln_scaled(Decimal(10), wide)
            size = _length(abs(value))
            if size > context.prec + 2 and abs(value) % (5 * 10 ** (size - context.prec - 1)):
                break
            places += 3
        saved, context.rounding = context.rounding, ROUND_HALF_EVEN
        try:
            return _make(int(value < 0), abs(value), -places)._fix(context)
        finally:
            context.rounding = saved

    def logb(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if self._kind == 1:
            return _make(0, 0, 0, 1)
        if not self:
            return context._signal([DivisionByZero], _make(1, 0, 0, 1))
        return Decimal(self.adjusted())._fix(context)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
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
        result = self._rescale(exp._exp, rounding or context.rounding)
        if result.adjusted() > context.Emax or _length(result._int) > context.prec:
            return context._invalid()
        if exp._exp > self._exp:
            kinds = [Rounded]
            if result._order(self):
                kinds.insert(0, Inexact)
            context._signal(kinds, None)
        return result

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

    def same_quantum(self, other, context=None):
        other = _operand(other, True)
        if self._kind or other._kind:
            return self._kind == other._kind or self._kind > 1 and other._kind > 1
        return self._exp == other._exp

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        nan = self._nan_of(None, context)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return Decimal(self)
        return self._rescale(0, rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        result = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0:
            context._signal([Inexact, Rounded] if result._order(self) else [Rounded], None)
        return result

    def normalize(self, context=None):
        context = context or getcontext()
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

    def _choose(self, other, context, larger):
        context = context or getcontext()
        other = _operand(other, True)
        if self._kind > 1 or other._kind > 1:
            if self._kind == 2 and other._kind < 2:
                return other._fix(context)
            if other._kind == 2 and self._kind < 2:
                return self._fix(context)
            return self._nan_of(other, context)
        order = self._order(other) or int(self.compare_total(other))
        return (self if (order >= 0) == larger else other)._fix(context)

    def max(self, other, context=None):
        return self._choose(other, context, True)

    def min(self, other, context=None):
        return self._choose(other, context, False)

    def adjusted(self):
        return 0 if self._kind else self._exp + _length(self._int) - 1

    def canonical(self):
        return self

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _operand(other, True)
        return _make(self._sign, self._int, self._exp + int(other), self._kind)._fix(context)

    def next_plus(self, context=None):
        context = (context or getcontext()).copy()
        context.rounding = ROUND_CEILING
        context.clear_traps()
        fixed = self._fix(context)
        if fixed._order(self):
            return fixed
        return self._add(_make(0, 1, context.Etiny() - 1), context)

    def next_minus(self, context=None):
        context = (context or getcontext()).copy()
        context.rounding = ROUND_FLOOR
        context.clear_traps()
        fixed = self._fix(context)
        if fixed._order(self):
            return fixed
        return self._add(_make(1, 1, context.Etiny() - 1), context)

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
        context = context or getcontext()
        return not self._kind and bool(self._int) and context.Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        context = context or getcontext()
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
            raise ValueError("Cannot convert signaling NaN to float")
        if self._kind == 2:
            return float("-nan" if self._sign else "nan")
        return float(str(self))

    def __floor__(self):
        return int(self._for_int()._rescale(0, ROUND_FLOOR))

    def __ceil__(self):
        return int(self._for_int()._rescale(0, ROUND_CEILING))

    def _for_int(self):
        if self._kind:
            int(self)
        return self

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError("Second argument to round should be integral")
            return self.quantize(_make(0, 1, -n), rounding=ROUND_HALF_EVEN)
        return int(self) if self._kind else int(self._rescale(0, ROUND_HALF_EVEN))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __format__(self, specifier, context=None):
        return _format(self, specifier, context or getcontext())


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


_spec = _re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<alt>#)?(?P<zeropad>0)?"
                    r"(?P<width>(?!0)\d+)?(?P<sep>[,_])?(?:\.(?P<precision>0|(?!0)\d+))?(?P<type>[eEfFgGn%])?\Z",
                    _re.DOTALL)


def _format(value, specifier, context):
    match = _spec.match(specifier)
    if match is None:
        raise ValueError("invalid format string")
    fill, align = match.group("fill"), match.group("align")
    if match.group("zeropad"):
        if fill is not None or align is not None:
            raise ValueError("invalid format string")
        fill, align = "0", "="
    fill, align = fill or " ", align or ">"
    width = int(match.group("width") or 0)
    precision = match.group("precision")
    precision = None if precision is None else int(precision)
    kind = match.group("type")
    separator = match.group("sep")
    if separator == "_":
        raise ValueError("invalid format string")
    if kind is None:
        kind = "g" if precision is not None else None
    elif kind == "n":
        kind = "g"
    sign_mode = match.group("sign") or "-"
    if value._kind:
        body = str(value.copy_abs()) + ("%" if kind == "%" else "")
        if align == "=" and fill == "0":
            fill = " "
        return _padded("-" if value._sign else sign_mode.replace("-", ""), body, fill, align, width)
    letter = "E" if context.capitals else "e"
    if kind is not None and kind in "eEfFgG%":
        letter = "E" if kind in "EFG" and kind != "F" else "e"
    if kind == "%":
        value = _make(value._sign, value._int, value._exp + 2)
    if precision is not None:
        rounding = context.rounding
        if kind in ("e", "E"):
            value = _rounded_digits(value, precision + 1, rounding)
        elif kind in ("f", "F", "%"):
            value = value._rescale(-precision, rounding)
        elif value._int and _length(value._int) > max(precision, 1):
            value = _rounded_digits(value, max(precision, 1), rounding)
    if not value and value._exp > 0 and kind in ("f", "F", "%"):
        value = value._rescale(0, ROUND_HALF_EVEN)
    digits = str(value._int)
    left = value._exp + len(digits)
    if kind in ("e", "E"):
        if not value and precision is not None:
            place = 1 - precision
        else:
            place = 1
    elif kind in ("f", "F", "%"):
        place = left
    elif value._exp <= 0 and left > -6:
        place = left
    else:
        place = 1
    if place <= 0:
        whole, fraction = "0", "0" * -place + digits
    elif place > len(digits):
        whole, fraction = digits + "0" * (place - len(digits)), ""
    else:
        whole, fraction = digits[:place] or "0", digits[place:]
    negative = value._sign
    if match.group("no_neg_0") and not value._int:
        negative = 0
    exponent = left - place
    tail = "." + fraction if fraction or match.group("alt") else ""
    if exponent or kind in ("e", "E"):
        tail += "%s%+d" % (letter, exponent)
    if kind == "%":
        tail += "%"
    sign = "-" if negative else sign_mode.replace("-", "")
    if separator:
        minimum = width - len(sign) - len(tail) if fill == "0" and align == "=" else 0
        whole = _grouped(whole, minimum)
    return _padded(sign, whole + tail, fill, align, width)


def _rounded_digits(value, count, rounding):
    """A number with exactly so many digits."""
    length = _length(value._int)
    if not value._int:
        return value
    if length > count:
        rounded = value._rescale(value.adjusted() + 1 - count, rounding)
        return rounded._rescale(rounded._exp + 1, rounding) if _length(rounded._int) > count else rounded
    return _make(value._sign, value._int * 10 ** (count - length), value._exp - count + length)


def _grouped(digits, minimum):
    groups = []
    while digits:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    text = ",".join(groups)
    while len(text) < minimum:
        # A separator never comes first: the digit before it may exceed the width by one.
        text = ("0," if len(text.split(",")[0]) == 3 else "0") + text
    return text


def _padded(sign, body, fill, align, width):
    padding = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + padding
    if align == ">":
        return padding + sign + body
    if align == "=":
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]


_default = Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999,
                   traps=[DivisionByZero, Overflow, InvalidOperation])
DefaultContext = _default
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_contexts = _local()
_katydid.set_message_name(Decimal, "decimal.Decimal")


def getcontext():
    try:
        return _contexts.context
    except AttributeError:
        context = _contexts.context = DefaultContext.copy()
        return context


def setcontext(context):
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _contexts.context = context


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        self.new_context = (ctx or getcontext()).copy()
        for name, value in kwargs.items():
            if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
            setattr(self.new_context, name, value)

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, kind, value, traceback):
        setcontext(self.saved)
