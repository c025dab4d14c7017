"""The numbers of numpy's legacy generator (MT19937), the same ones for a seed."""
import math
import os
import random as _random

from _refusals import refuser as _refuser
from numpy._array import ndarray
from numpy._generator import Generator, default_rng


def _mask(limit):
    return (1 << limit.bit_length()) - 1


class RandomState:
    def __init__(self, seed=None):
        self._twister = _random.Random()
        self._gauss = None
        self._process = None
        if seed is not None:
            self.seed(seed)

    def seed(self, seed=None):
        self._gauss = None
        if seed is None:
            self._twister.seed()
            self._process = os.getpid()
            return
        self._process = 0
        if isinstance(seed, (list, tuple, ndarray)):
            words = [int(item) for item in seed]
            if not words:
                raise ValueError("Seed must be non-empty")
            # CPython seeds by an array of words, too: those of the number that they make.
            if any(not 0 <= word < 2 ** 32 for word in words):
                raise ValueError("Seed values must be between 0 and 2**32 - 1")
            if words[-1] == 0 and len(words) > 1:
                raise NotImplementedError("Katydid's numpy takes no array that ends in 0 as a seed")
            self._twister.seed(sum(word << 32 * place for place, word in enumerate(words)))
            return
        if isinstance(seed, float) or not hasattr(seed, "__index__"):
            raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
        if not 0 <= seed < 2 ** 32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        words = [seed]
        for place in range(1, 624):
            last = words[-1]
            words.append((1812433253 * (last ^ last >> 30) + place) & 0xFFFFFFFF)
        self._twister.setstate((3, tuple(words) + (624,), None))

    def _source(self):
        # Workers are forked: each that has no seed draws numbers of its own.
        if self._process != 0 and self._process != os.getpid():
            self.seed()
        return self._twister

    def _many(self, size, draw):
        if size is None:
            return draw()
        if isinstance(size, (tuple, list)):
            if len(size) != 1:
                raise NotImplementedError("Katydid's numpy has arrays of one dimension only")
            size = size[0]
        if size < 0:
            raise ValueError("negative dimensions are not allowed")
        return ndarray([draw() for _ in range(size)])

    def random_sample(self, size=None):
        return self._many(size, self._source().random)

    random = sample = ranf = random_sample

    def rand(self, *size):
        return self.random_sample(size if size else None)

    def randn(self, *size):
        return self.standard_normal(size if size else None)

    def tomaxint(self, size=None):
        return self.randint(0, 2 ** 63 - 1, size)

    def _interval(self, limit):
        """A number from 0 to `limit`, both included."""
        if limit == 0:
            return 0
        source = self._source()
        mask = _mask(limit)
        if limit <= 0xFFFFFFFF:
            while True:
                value = source.getrandbits(32) & mask
                if value <= limit:
                    return value
        while True:
            high = source.getrandbits(32)
            value = (high << 32 | source.getrandbits(32)) & mask
            if value <= limit:
                return value

    def randint(self, low, high=None, size=None, dtype=int):
        has_low = high is not None
        if not has_low:
            low, high = 0, low
        if isinstance(low, float) or isinstance(high, float):
            low, high = math.ceil(low), math.ceil(high)
        if low >= high:
            raise ValueError("low >= high" if has_low else "high <= 0")
        if low < -2 ** 63 or high > 2 ** 63:
            raise ValueError("%s is out of bounds for int64" % ("low" if low < -2 ** 63 else "high"))
        return self._many(size, lambda: low + self._interval(high - 1 - low))

    def random_integers(self, low, high=None, size=None):
        return self.randint(1 if high is None else low, (low if high is None else high) + 1, size)

    def bytes(self, length):
        source = self._source()
        words = (length - 1) // 4 + 1
        return b"".join(source.getrandbits(32).to_bytes(4, "little") for _ in range(words))[:length]

    def uniform(self, low=0.0, high=1.0, size=None):
        if math.isinf(high - low) or math.isnan(high - low):
            raise OverflowError("Range exceeds valid bounds")
        source = self._source()
        return self._many(size, lambda: low + (high - low) * source.random())

    def _one_gauss(self):
        if self._gauss is not None:
            value, self._gauss = self._gauss, None
            return value
        source = self._source()
        while True:
            x1 = 2.0 * source.random() - 1.0
            x2 = 2.0 * source.random() - 1.0
            r2 = x1 * x1 + x2 * x2
            if 0.0 < r2 < 1.0:
                break
        factor = math.sqrt(-2.0 * math.log(r2) / r2)
        self._gauss = factor * x1
        return factor * x2

    def standard_normal(self, size=None):
        return self._many(size, self._one_gauss)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if scale < 0:
            raise ValueError("scale < 0")
        return self._many(size, lambda: loc + scale * self._one_gauss())

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        if sigma < 0:
            raise ValueError("sigma < 0")
        return self._many(size, lambda: math.exp(mean + sigma * self._one_gauss()))

    def _one_exponential(self):
        return -math.log(1.0 - self._source().random())

    def standard_exponential(self, size=None):
        return self._many(size, self._one_exponential)

    def exponential(self, scale=1.0, size=None):
        if scale < 0:
            raise ValueError("scale < 0")
        return self._many(size, lambda: scale * self._one_exponential())

    def pareto(self, a, size=None):
        if a <= 0:
            raise ValueError("a <= 0")
        return self._many(size, lambda: math.exp(self._one_exponential() / a) - 1)

    def weibull(self, a, size=None):
        if a < 0:
            raise ValueError("a < 0")
        return self._many(size, lambda: 0.0 if a == 0 else self._one_exponential() ** (1.0 / a))

    def rayleigh(self, scale=1.0, size=None):
        return self._many(size, lambda: scale * math.sqrt(-2.0 * math.log(1.0 - self._source().random())))

    def triangular(self, left, mode, right, size=None):
        if left > mode:
            raise ValueError("left > mode")
        if mode > right:
            raise ValueError("mode > right")
        if left == right:
            raise ValueError("left == right")
        base = right - left
        ratio = (mode - left) / base

        def draw():
            u = self._source().random()
            if u <= ratio:
                return left + math.sqrt(u * (mode - left) * base)
            return right - math.sqrt((1.0 - u) * (right - mode) * base)

        return self._many(size, draw)

    def _one_gamma(self, shape):
        source = self._source()
        if shape == 1.0:
            return self._one_exponential()
        if shape == 0.0:
            return 0.0
        if shape < 1.0:
            while True:
                u = source.random()
                v = self._one_exponential()
                if u <= 1.0 - shape:
                    x = u ** (1.0 / shape)
                    if x <= v:
                        return x
                else:
                    y = -math.log((1 - u) / shape)
                    x = (1.0 - shape + shape * y) ** (1.0 / shape)
                    if x <= v + y:
                        return x
        b = shape - 1.0 / 3.0
        c = 1.0 / math.sqrt(9 * b)
        while True:
            while True:
                x = self._one_gauss()
                v = 1.0 + c * x
                if v > 0.0:
                    break
            v = v * v * v
            u = source.random()
            if u < 1.0 - 0.0331 * (x * x) * (x * x):
                return b * v
            if math.log(u) < 0.5 * x * x + b * (1.0 - v + math.log(v)):
                return b * v

    def gamma(self, shape, scale=1.0, size=None):
        if shape < 0:
            raise ValueError("shape < 0")
        return self._many(size, lambda: scale * self._one_gamma(shape))

    def standard_gamma(self, shape, size=None):
        return self.gamma(shape, 1.0, size)

    def chisquare(self, df, size=None):
        return self._many(size, lambda: 2.0 * self._one_gamma(df / 2.0))

    def beta(self, a, b, size=None):
        if a <= 0:
            raise ValueError("a <= 0")
        if b <= 0:
            raise ValueError("b <= 0")

        def draw():
            if a > 1.0 or b > 1.0:
                first = self._one_gamma(a)
                return first / (first + self._one_gamma(b))
            source = self._source()
            while True:
                u, v = source.random(), source.random()
                x, y = u ** (1.0 / a), v ** (1.0 / b)
                if 0 < x + y <= 1.0:
                    return x / (x + y)

        return self._many(size, draw)

    def poisson(self, lam=1.0, size=None):
        if lam < 0:
            raise ValueError("lam < 0")
        return self._many(size, lambda: self._one_poisson(lam))

    def _one_poisson(self, lam):
        source = self._source()
        if lam == 0:
            return 0
        if lam < 10:
            limit = math.exp(-lam)
            count, product = 0, 1.0
            while True:
                product *= source.random()
                if product <= limit:
                    return count
                count += 1
        # W. Hoermann's transformed rejection, PTRS.
        slam, loglam = math.sqrt(lam), math.log(lam)
        b = 0.931 + 2.53 * slam
        a = -0.059 + 0.02483 * b
        inverse = 1.1239 + 1.1328 / (b - 3.4)
        vr = 0.9277 - 3.6224 / (b - 2)
        while True:
            u = source.random() - 0.5
            v = source.random()
            us = 0.5 - abs(u)
            k = math.floor((2 * a / us + b) * u + lam + 0.43)
            if us >= 0.07 and v <= vr:
                return k
            if k < 0 or us < 0.013 and v > us:
                continue
            if math.log(v) + math.log(inverse) - math.log(a / (us * us) + b) <= -lam + k * loglam - math.lgamma(k + 1):
                return k

    def geometric(self, p, size=None):
        if not 0 < p <= 1:
            raise ValueError("p <= 0, p > 1 or p contains NaNs")

        def draw():
            source = self._source()
            u = source.random()
            if p >= 0.333333333333333333333333:
                count, total, product = 1, p, p
                while u > total:
                    product *= 1 - p
                    total += product
                    count += 1
                return count
            return math.ceil(math.log(1.0 - u) / math.log(1.0 - p))

        return self._many(size, draw)

    def shuffle(self, x):
        for index in reversed(range(1, len(x))):
            other = self._interval(index)
            x[index], x[other] = x[other], x[index]

    def permutation(self, x):
        items = list(range(x)) if isinstance(x, int) else list(x)
        self.shuffle(items)
        return ndarray(items)

    def choice(self, a, size=None, replace=True, p=None):
        pool = None if isinstance(a, int) else list(a)
        count = a if pool is None else len(pool)
        if isinstance(size, (tuple, list)):
            if len(size) != 1:
                raise NotImplementedError("Katydid's numpy has arrays of one dimension only")
            size = size[0]
        if count <= 0 and size != 0:
            raise ValueError(
                "a must be greater than 0 unless no samples are taken" if pool is None
                else "'a' cannot be empty unless no samples are taken")
        weights = None
        if p is not None:
            weights = [float(item) for item in p]
            if len(weights) != count:
                raise ValueError("'a' and 'p' must have same size")
            if any(item < 0 for item in weights):
                raise ValueError("probabilities are not non-negative")
            if abs(math.fsum(weights) - 1.0) > max(math.sqrt(2.220446049250313e-16), 1e-8):
                raise ValueError("probabilities do not sum to 1")
        number = 1 if size is None else size
        if replace:
            if weights is not None:
                sums = _cumulated(weights)
                chosen = [_right(sums, self._source().random()) for _ in range(number)]
            else:
                chosen = [self._interval(count - 1) for _ in range(number)]
        else:
            if number > count:
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            if weights is None:
                order = list(range(count))
                self.shuffle(order)
                chosen = order[:number]
            else:
                chosen = self._without_replacement(weights, number)
        values = chosen if pool is None else [pool[index] for index in chosen]
        return values[0] if size is None else ndarray(values)

    def _without_replacement(self, weights, number):
        if sum(1 for item in weights if item > 0) < number:
            raise ValueError("Fewer non-zero entries in p than size")
        weights = list(weights)
        found = []
        while len(found) < number:
            draws = [self._source().random() for _ in range(number - len(found))]
            for index in found:
                weights[index] = 0
            sums = _cumulated(weights)
            for draw in draws:
                index = _right(sums, draw)
                if index not in found:
                    found.append(index)
        return found

    def get_state(self, legacy=True):
        state = self._source().getstate()[1]
        return ("MT19937", ndarray(state[:-1]), state[-1], int(self._gauss is not None), self._gauss or 0.0)

    def set_state(self, state):
        words = list(state[1])
        self._process = 0
        self._twister.setstate((3, tuple(words) + (state[2],), None))
        self._gauss = state[4] if state[3] else None


def _cumulated(weights):
    out = []
    total = 0.0
    for item in weights:
        total += item
        out.append(total)
    return [item / total for item in out]


def _right(sums, value):
    low, high = 0, len(sums)
    while low < high:
        middle = (low + high) // 2
        if value < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


_shared = RandomState()
for _name in dir(_shared):
    if not _name.startswith("_"):
        globals()[_name] = getattr(_shared, _name)

__getattr__ = _refuser(__name__, "there is the legacy generator's: seed, rand, randint, choice, normal, exponential …")
