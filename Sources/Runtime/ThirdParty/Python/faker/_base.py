"""Drawing: what every provider is made of."""
import random as _random
import re
import string
from collections import OrderedDict

_shared = None


def seed_shared(seed):
    global _shared
    _shared = _random.Random(seed)


class UniquenessException(Exception):
    """No value was found that hasn't been given before."""


class Drawing:
    """Random numbers and choices out of one generator."""

    def __init__(self, locale):
        from faker._data import LOCALES

        self._locale = locale
        self._data = LOCALES[locale]
        self._own = None

    @property
    def random(self):
        # Without a seed it is the process's own generator, which each worker seeds anew.
        return self._own or _shared or _random._inst

    @random.setter
    def random(self, value):
        self._own = value

    def seed_instance(self, seed=None):
        self._own = _random.Random(seed)
        return self

    @classmethod
    def seed(cls, seed=None):
        seed_shared(seed)

    def random_int(self, min=0, max=9999, step=1):
        return self.random.randrange(min, max + 1, step)

    def random_digit(self):
        return self.random.randint(0, 9)

    def random_digit_not_null(self):
        return self.random.randint(1, 9)

    def random_digit_above_two(self):
        return self.random.randint(2, 9)

    def random_digit_or_empty(self):
        return self.random.randint(0, 9) if self.random.randint(0, 1) else ""

    def random_digit_not_null_or_empty(self):
        return self.random.randint(1, 9) if self.random.randint(0, 1) else ""

    def random_number(self, digits=None, fix_len=False):
        if digits is None:
            digits = self.random_digit_not_null()
        if digits < 0:
            raise ValueError("The digit parameter must be greater than or equal to 0.")
        if fix_len:
            if digits > 0:
                return self.random.randint(10 ** (digits - 1), 10 ** digits - 1)
            raise ValueError("A number of fixed length cannot have less than 1 digit in it.")
        return self.random.randint(0, 10 ** digits - 1)

    def random_letter(self):
        return self.random.choice(string.ascii_letters)

    def random_letters(self, length=16):
        return [self.random.choice(string.ascii_letters) for _ in range(length)]

    def random_lowercase_letter(self):
        return self.random.choice(string.ascii_lowercase)

    def random_uppercase_letter(self):
        return self.random.choice(string.ascii_uppercase)

    def random_element(self, elements=("a", "b", "c")):
        return self.random_elements(elements, length=1)[0]

    def random_elements(self, elements=("a", "b", "c"), length=None, unique=False, use_weighting=None):
        weights = None
        if isinstance(elements, dict):
            if isinstance(elements, OrderedDict) and use_weighting is not False:
                weights = list(elements.values())
            elif use_weighting:
                weights = list(elements.values())
            pool = list(elements.keys())
        else:
            pool = list(elements)
        count = self.random.randint(1, len(pool)) if length is None else length
        if unique:
            if count > len(pool):
                raise ValueError("Sample length cannot be longer than the number of unique elements to pick from.")
            if weights is None:
                return self.random.sample(pool, count)
            chosen = []
            for _ in range(count):
                index = self.random.choices(range(len(pool)), weights)[0]
                chosen.append(pool.pop(index))
                weights.pop(index)
            return chosen
        return self.random.choices(pool, weights, k=count)

    def random_choices(self, elements=("a", "b", "c"), length=None):
        return self.random_elements(elements, length)

    def random_sample(self, elements=("a", "b", "c"), length=None):
        return self.random_elements(elements, length, unique=True)

    def randomize_nb_elements(self, number=10, le=False, ge=False, min=None, max=None):
        low = 100 if ge else 60
        high = 100 if le else 140
        value = int(number * self.random.randint(low, high) / 100)
        if max is not None and value > max:
            value = max
        if min is not None and value < min:
            value = min
        return value or 1

    def numerify(self, text="###"):
        """`#` and `%` become digits (`%` not 0), `$` one above 2, `!` and `@` a digit or nothing."""
        draw = {
            "#": self.random_digit, "%": self.random_digit_not_null, "$": self.random_digit_above_two,
            "!": self.random_digit_or_empty, "@": self.random_digit_not_null_or_empty,
        }
        return "".join(str(draw[char]()) if char in draw else char for char in text)

    def lexify(self, text="????", letters=string.ascii_letters):
        return "".join(self.random.choice(letters) if char == "?" else char for char in text)

    def bothify(self, text="## ??", letters=string.ascii_letters):
        return self.lexify(self.numerify(text), letters)

    def hexify(self, text="^^^^", upper=False):
        digits = string.digits + ("ABCDEF" if upper else "abcdef")
        return "".join(self.random.choice(digits) if char == "^" else char for char in text)

    def format(self, name, *args, **kwargs):
        return getattr(self, name)(*args, **kwargs)

    def parse(self, text):
        return re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda match: str(getattr(self, match.group(1))()), text)

    def locale(self):
        return self._locale

    def language_code(self):
        return self._locale.split("_")[0]
