"""numpy's newer generator: PCG64 (M. O'Neill), seeded by words that are mixed as `SeedSequence` does."""
import math
import os

from numpy._array import ndarray

_WORD = 0xFFFFFFFF
_LONG = (1 << 64) - 1
_WIDE = (1 << 128) - 1
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645


def _words(entropy):
    """An int, or several, as words of 32 bits."""
    if isinstance(entropy, int):
        if entropy < 0:
            raise ValueError("expected non-negative integer")
        words = []
        while entropy or not words:
            words.append(entropy & _WORD)
            entropy >>= 32
        return words
    return [word for item in entropy for word in _words(int(item))]


def _state(entropy):
    """The eight words to which a seed is mixed."""
    words = _words(entropy)
    constant = 0x43B0D7E5

    def mixed(value):
        nonlocal constant
        value ^= constant
        constant = constant * 0x931E8875 & _WORD
        value = value * constant & _WORD
        return value ^ value >> 16

    def joined(x, y):
        value = (0xCA01F9DD * x - 0x4973F715 * y) & _WORD
        return value ^ value >> 16

    pool = [mixed(words[place] if place < len(words) else 0) for place in range(4)]
    for source in range(4):
        for target in range(4):
            if source != target:
                pool[target] = joined(pool[target], mixed(pool[source]))
    for source in range(4, len(words)):
        for target in range(4):
            pool[target] = joined(pool[target], mixed(words[source]))
    constant = 0x8B51F9DD
    out = []
    for place in range(8):
        value = pool[place % 4] ^ constant
        constant = constant * 0x58F38DED & _WORD
        value = value * constant & _WORD
        out.append(value ^ value >> 16)
    return out


class Generator:
    """What `default_rng` gives: uniform numbers. Other distributions are those of the legacy functions."""

    def __init__(self, seed=None):
        self._process = None if seed is None else 0
        self._seed(int.from_bytes(os.urandom(16), "little") if seed is None else seed)

    def _seed(self, seed):
        words = _state(seed)
        longs = [words[place] | words[place + 1] << 32 for place in range(0, 8, 2)]
        self._increment = ((longs[2] << 64 | longs[3]) << 1 | 1) & _WIDE
        state = self._increment
        state = (state + (longs[0] << 64 | longs[1])) & _WIDE
        self._place = (state * _MULTIPLIER + self._increment) & _WIDE
        self._half = None

    def _next(self):
        if self._process != 0 and self._process != os.getpid():
            # Workers are forked: each that has no seed draws numbers of its own.
            if self._process is not None:
                self._seed(int.from_bytes(os.urandom(16), "little"))
            self._process = os.getpid()
        state = self._place = (self._place * _MULTIPLIER + self._increment) & _WIDE
        value = state >> 64 ^ state & _LONG
        turn = state >> 122
        return (value >> turn | value << (64 - turn)) & _LONG

    def _next_word(self):
        if self._half is not None:
            word, self._half = self._half, None
            return word
        value = self._next()
        self._half = value >> 32
        return value & _WORD

    def _many(self, size, draw):
        if size is None:
            return draw()
        if isinstance(size, (tuple, list)):
            if len(size) != 1:
                raise NotImplementedError("Katydid's numpy has arrays of one dimension only")
            size = size[0]
        return ndarray([draw() for _ in range(size)])

    def _one(self):
        return (self._next() >> 11) * (1.0 / 9007199254740992.0)

    def random(self, size=None):
        return self._many(size, self._one)

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._many(size, lambda: low + (high - low) * self._one())

    def _below(self, limit):
        """A number from 0 to `limit`, both included, by D. Lemire's multiplication."""
        if limit == 0:
            return 0
        bits = 32 if limit <= _WORD else 64
        draw = self._next_word if bits == 32 else self._next
        full = (1 << bits) - 1
        if limit == full:
            return draw()
        count = limit + 1
        product = draw() * count
        if product & full < count:
            least = (full - limit) % count
            while product & full < least:
                product = draw() * count
        return product >> bits

    def integers(self, low, high=None, size=None, dtype=int, endpoint=False):
        if high is None:
            low, high = 0, low
        low, high = math.ceil(low), math.ceil(high)
        last = high if endpoint else high - 1
        if low > last:
            raise ValueError("low > high" if endpoint else "low >= high")
        return self._many(size, lambda: low + self._below(last - low))

    def choice(self, a, size=None, replace=True, p=None):
        pool = list(range(a)) if isinstance(a, int) else list(a)
        if not replace and size is not None:
            raise NotImplementedError("choice(replace=False) of default_rng is not supported by Katydid's numpy")
        if not pool:
            raise ValueError("a cannot be empty unless no samples are taken")
        if p is None:
            return self._many(size, lambda: pool[self._below(len(pool) - 1)])
        from numpy.random import _cumulated, _right

        weights = [float(item) for item in p]
        if len(weights) != len(pool):
            raise ValueError("a and p must have same size")
        if abs(math.fsum(weights) - 1.0) > 1e-8:
            raise ValueError("Probabilities do not sum to 1")
        sums = _cumulated(weights)
        return self._many(size, lambda: pool[_right(sums, self._one())])

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise AttributeError(
            "Katydid's numpy.random.Generator has no %r: there are random, uniform, integers and choice; the legacy "
            "functions of numpy.random have the other distributions" % name)


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(seed)
