"""Means, medians, spread. Sums are exact, so that the order of the data doesn't show."""
import math as _math
import random as _random
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from collections import Counter as _Counter, namedtuple as _namedtuple
from decimal import Decimal
from fractions import Fraction
from itertools import groupby as _groupby

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]

_tau = 2 * _math.pi


class StatisticsError(ValueError):
    pass


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)


def _wider(a, b):
    if a is b or b is int or b is bool:
        return a
    if a is int or a is bool:
        return b
    if issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    for one, other in ((a, b), (b, a)):
        if issubclass(one, int):
            return other
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _sum(data):
    """The type of the result, the exact sum as a fraction (or NaN, infinity), and how many numbers there are."""
    count, kind, partials, special = 0, int, {}, None
    for x in data:
        count += 1
        kind = _wider(kind, type(x))
        above, below = _ratio(x)
        if below is None:
            special = above + (0 if special is None else special)
        else:
            partials[below] = partials.get(below, 0) + above
    if special is not None:
        return kind, special, count
    return kind, sum((Fraction(above, below) for below, above in partials.items()), Fraction(0)), count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and isinstance(value, Fraction) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if issubclass(kind, Decimal):
            return kind(value.numerator) / value.denominator
        raise


def _listed(data, message):
    data = list(data)
    if not data:
        raise StatisticsError(message)
    return data


def mean(data):
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / count, kind)


def fmean(data, weights=None):
    if weights is None:
        data = list(data)
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / len(data)
    data, weights = list(data), list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    below = _math.fsum(weights)
    if not below:
        raise StatisticsError("sum of weights must be non-zero")
    return _math.fsum(x * w for x, w in zip(data, weights)) / below


def geometric_mean(data):
    try:
        return _math.exp(fmean(map(_math.log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = _listed(data, "harmonic_mean requires at least one data point")
    message = "harmonic mean does not support negative values"
    if weights is None:
        if len(data) == 1:
            if isinstance(data[0], (int, float, Decimal, Fraction)):
                if data[0] < 0:
                    raise StatisticsError(message)
                return data[0]
            raise TypeError("unsupported type")
        weights, total = [1] * len(data), len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("Number of weights does not match data size")
        total = _sum(weights)[1]
    if any(x < 0 for x in data):
        raise StatisticsError(message)
    if any(x == 0 and w for x, w in zip(data, weights)):
        return 0
    kind, below, count = _sum(w / x if w else 0 for w, x in zip(weights, data))
    if below <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(total / below, kind)


def median(data):
    data = sorted(data)
    count = len(data)
    if not count:
        raise StatisticsError("no median for empty data")
    half = count // 2
    return data[half] if count % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    count = len(data)
    if not count:
        raise StatisticsError("no median for empty data")
    x = data[count // 2]
    first = _bisect_left(data, x)
    last = _bisect_right(data, x, lo=first)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (count / 2 - first) / (last - first)


def mode(data):
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data") from None
    return pairs[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (count - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (count + 1) // n, 1), count - 1)
            delta = i * (count + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError("Unknown method: %r" % method)


def _squares(data, center=None):
    """The type, the exact sum of squared deviations, the mean and the count."""
    data = list(data)
    if center is not None:
        kind, total, count = _sum((x - center) ** 2 for x in data)
        return kind, total, center, count
    kind, total, count = _sum(data)
    if not count:
        return kind, Fraction(0), Fraction(0), 0
    if not isinstance(total, Fraction):
        return kind, total - total, total, count
    middle = total / count
    spread = sum(((Fraction(*_ratio(x)) - middle) ** 2 for x in data), Fraction(0))
    return kind, spread, middle, count


def variance(data, xbar=None):
    kind, total, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(total / (count - 1), kind)


def pvariance(data, mu=None):
    kind, total, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(total / count, kind)


def _root_of_fraction(above, below):
    """The float nearest to the square root of a fraction: an integer root with bits to spare, the last one sticky."""
    shift = (above.bit_length() - below.bit_length() - 109) // 2
    if shift >= 0:
        root = _odd_root(above, below << 2 * shift) << shift
        below = 1
    else:
        root = _odd_root(above << -2 * shift, below)
        below = 1 << -shift
    return root / below


def _odd_root(above, below):
    root = _math.isqrt(above // below)
    return root | (root * root * below != above)


def _root(value, kind):
    if issubclass(kind, Decimal):
        return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()
    if not isinstance(value, Fraction):
        return _math.sqrt(value)
    return _root_of_fraction(value.numerator, value.denominator) if value else 0.0


def stdev(data, xbar=None):
    kind, total, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(total / (count - 1), kind)


def pstdev(data, mu=None):
    kind, total, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(total / count, kind)


def covariance(x, y, /):
    count = len(x)
    if len(y) != count:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("covariance requires at least two data points")
    mx, my = _math.fsum(x) / count, _math.fsum(y) / count
    return _math.fsum((a - mx) * (b - my) for a, b in zip(x, y)) / (count - 1)


def correlation(x, y, /):
    count = len(x)
    if len(y) != count:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("correlation requires at least two data points")
    mx, my = _math.fsum(x) / count, _math.fsum(y) / count
    sxy = _math.fsum((a - mx) * (b - my) for a, b in zip(x, y))
    sxx = _math.fsum((a - mx) ** 2.0 for a in x)
    syy = _math.fsum((b - my) ** 2.0 for b in y)
    try:
        return sxy / _math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def linear_regression(x, y, /, *, proportional=False):
    count = len(x)
    if len(y) != count:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        sxy, sxx = _math.fsum(a * b for a, b in zip(x, y)), _math.fsum(a * a for a in x)
    else:
        mx, my = _math.fsum(x) / count, _math.fsum(y) / count
        sxy = _math.fsum((a - mx) * (b - my) for a, b in zip(x, y))
        sxx = _math.fsum((a - mx) ** 2.0 for a in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope=slope, intercept=0.0 if proportional else my - slope * mx)


def _polynomial(coefficients, x):
    result = 0.0
    for coefficient in coefficients:
        result = result * x + coefficient
    return result


def _normal_quantile(p, mu, sigma):
    """Wichura's algorithm AS241 (1988): rational approximations for the middle and the two parts of the tails."""
    q = p - 0.5
    if _math.fabs(q) <= 0.425:
        r = 0.180625 - q * q
        above = _polynomial((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
                             4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
                             1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0), r) * q
        below = _polynomial((5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
                             2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
                             4.23133_30701_60091_1252e+1, 1.0), r)
        return mu + above / below * sigma
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        r -= 1.6
        above = _polynomial((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2,
                             2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
                             3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
                             4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0), r)
        below = _polynomial((1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4,
                             1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
                             6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
                             2.05319_16266_37758_82187e+0, 1.0), r)
    else:
        r -= 5.0
        above = _polynomial((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5,
                             1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
                             2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
                             5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0), r)
        below = _polynomial((2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7,
                             1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
                             1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
                             5.99832_20655_58879_37690e-1, 1.0), r)
    x = above / below
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        gauss = _random.gauss if seed is None else _random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        difference = x - self._mu
        return _math.exp(difference * difference / (-2.0 * variance)) / _math.sqrt(_tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_quantile(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        vx, vy = x.variance, y.variance
        if not vx or not vy:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = vy - vx, _math.fabs(y._mu - x._mu)
        if not dv:
            return 1.0 - _math.erf(dm / (2.0 * x._sigma * _math.sqrt(2.0)))
        a = x._mu * vy - y._mu * vx
        b = x._sigma * y._sigma * _math.sqrt(dm * dm + dv * _math.log(vy / vx))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (_math.fabs(y.cdf(x1) - x.cdf(x1)) + _math.fabs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, _math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    __radd__ = __add__

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, _math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * _math.fabs(x2))

    __rmul__ = __mul__

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / _math.fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)
