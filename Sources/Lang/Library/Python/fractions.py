"""Exact fractions."""
import math as _math
import numbers as _numbers
import operator as _operator
import re as _re
from decimal import Decimal

_format = _re.compile(r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:(?:/(\d+(?:_\d+)*))?|(?:\.(\d*|\d+(?:_\d+)*))?"
                      r"(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*\Z")


def _divided(x, y):
    if not y._numerator:
        # Of the number above only the sign is left.
        raise ZeroDivisionError("Fraction(%d, 0)" % ((x > 0) - (x < 0)))
    return Fraction(x._numerator * y._denominator, x._denominator * y._numerator)


class Fraction(_numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, _numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, (float, Decimal)):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if isinstance(numerator, str):
                match = _format.match(numerator)
                if match is None:
                    raise ValueError("Invalid literal for Fraction: %r" % numerator)
                sign, whole, below, decimals, exponent = match.groups()
                above = int(whole or "0")
                if below:
                    denominator = int(below)
                else:
                    denominator = 1
                    if decimals:
                        decimals = decimals.replace("_", "")
                        scale = 10 ** len(decimals)
                        above = above * scale + int(decimals)
                        denominator *= scale
                    if exponent:
                        exponent = int(exponent)
                        if exponent >= 0:
                            above *= 10 ** exponent
                        else:
                            denominator *= 10 ** -exponent
                numerator = -above if sign == "-" else above
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif type(numerator) is int and type(denominator) is int:
            pass
        elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        divisor = _math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator, self._denominator = numerator // divisor, denominator // divisor
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int):
            return cls(dec)
        if not isinstance(dec, Decimal):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)"
                            % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The last convergent of the continued fraction that fits, or the semiconvergent after it if that is nearer.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        first, second = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return second if abs(second - self) <= abs(first - self) else first

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else "%s/%s" % (self._numerator, self._denominator)

    def __add__(a, b):
        return _apply(a, b, lambda x, y: Fraction(x._numerator * y._denominator + y._numerator * x._denominator,
                                                  x._denominator * y._denominator), _operator.add)

    def __radd__(b, a):
        return _reversed(b, a, "__add__", _operator.add)

    def __sub__(a, b):
        return _apply(a, b, lambda x, y: Fraction(x._numerator * y._denominator - y._numerator * x._denominator,
                                                  x._denominator * y._denominator), _operator.sub)

    def __rsub__(b, a):
        return _reversed(b, a, "__sub__", _operator.sub)

    def __mul__(a, b):
        return _apply(a, b, lambda x, y: Fraction(x._numerator * y._numerator, x._denominator * y._denominator),
                      _operator.mul)

    def __rmul__(b, a):
        return _reversed(b, a, "__mul__", _operator.mul)

    def __truediv__(a, b):
        return _apply(a, b, _divided, _operator.truediv)

    def __rtruediv__(b, a):
        return _reversed(b, a, "__truediv__", _operator.truediv)

    def __floordiv__(a, b):
        return _apply(a, b, lambda x, y: (x._numerator * y._denominator) // (x._denominator * y._numerator),
                      _operator.floordiv)

    def __rfloordiv__(b, a):
        return _reversed(b, a, "__floordiv__", _operator.floordiv)

    def __mod__(a, b):
        def modulo(x, y):
            below = x._denominator * y._denominator
            return Fraction((x._numerator * y._denominator) % (y._numerator * x._denominator), below)

        return _apply(a, b, modulo, _operator.mod)

    def __rmod__(b, a):
        return _reversed(b, a, "__mod__", _operator.mod)

    def __divmod__(a, b):
        return _apply(a, b, lambda x, y: (x // y, x % y), divmod)

    def __rdivmod__(b, a):
        return _reversed(b, a, "__divmod__", divmod)

    def __pow__(a, b):
        if isinstance(b, _numbers.Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return Fraction(a._numerator ** power, a._denominator ** power)
                if a._numerator == 0:
                    raise ZeroDivisionError("Fraction(%s, 0)" % a._denominator ** -power)
                return Fraction(a._denominator ** -power, a._numerator ** -power)
            return float(a) ** float(b)
        return float(a) ** b

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, _numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** float(b)

    def __pos__(a):
        return Fraction(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator)

    def __float__(a):
        return a._numerator / a._denominator

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor + floor % 2
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        # Equal numbers have equal hashes: the modulus is the one that ints and floats use.
        modulus = 2305843009213693951
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, _numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            if _math.isnan(b) or _math.isinf(b):
                return 0.0 == b
            return a == Fraction.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, _numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return op(0.0, other)
            return op(self, Fraction.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, _operator.lt)

    def __gt__(a, b):
        return a._compare(b, _operator.gt)

    def __le__(a, b):
        return a._compare(b, _operator.le)

    def __ge__(a, b):
        return a._compare(b, _operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _apply(a, b, exact, general):
    if isinstance(b, Fraction):
        return exact(a, b)
    if isinstance(b, int):
        return exact(a, Fraction(b))
    if isinstance(b, float):
        return general(float(a), b)
    return NotImplemented


def _reversed(b, a, name, general):
    if isinstance(a, _numbers.Rational):
        return getattr(Fraction(a), name)(b)
    if isinstance(a, _numbers.Real):
        return general(float(a), float(b))
    return NotImplemented
