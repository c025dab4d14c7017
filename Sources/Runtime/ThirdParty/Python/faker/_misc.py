"""Texts, numbers, colors and what else there is."""
import string
import uuid as _uuid

from faker._data import COLORS, CURRENCIES
from faker._texts import WORDS


class Texts:
    def word(self, part_of_speech=None, ext_word_list=None):
        return self.random.choice(list(ext_word_list) if ext_word_list else WORDS)

    def words(self, nb=3, ext_word_list=None, part_of_speech=None, unique=False):
        words = list(ext_word_list) if ext_word_list else WORDS
        return self.random.sample(words, nb) if unique else self.random.choices(words, k=nb)

    def get_words_list(self, part_of_speech=None, ext_word_list=None):
        return list(ext_word_list) if ext_word_list else list(WORDS)

    def sentence(self, nb_words=6, variable_nb_words=True, ext_word_list=None):
        if nb_words <= 0:
            return ""
        if variable_nb_words:
            nb_words = self.randomize_nb_elements(nb_words, min=1)
        words = self.words(nb_words, ext_word_list)
        return " ".join([words[0].title()] + words[1:]) + "."

    def sentences(self, nb=3, ext_word_list=None):
        return [self.sentence(ext_word_list=ext_word_list) for _ in range(nb)]

    def paragraph(self, nb_sentences=3, variable_nb_sentences=True, ext_word_list=None):
        if nb_sentences <= 0:
            return ""
        if variable_nb_sentences:
            nb_sentences = self.randomize_nb_elements(nb_sentences, min=1)
        return " ".join(self.sentences(nb_sentences, ext_word_list))

    def paragraphs(self, nb=3, ext_word_list=None):
        return [self.paragraph(ext_word_list=ext_word_list) for _ in range(nb)]

    def text(self, max_nb_chars=200, ext_word_list=None):
        if max_nb_chars < 5:
            raise ValueError("text() can only generate text of at least 5 characters")
        if max_nb_chars < 25:
            draw, joint = (lambda: self.word(ext_word_list=ext_word_list)), " "
        elif max_nb_chars < 100:
            draw, joint = (lambda: self.sentence(ext_word_list=ext_word_list)), " "
        else:
            draw, joint = (lambda: self.paragraph(ext_word_list=ext_word_list)), "\n"
        text = ""
        while not text:
            parts = []
            size = 0
            while size < max_nb_chars:
                part = draw()
                size += len(part) + len(joint)
                parts.append(part)
            parts.pop()
            text = joint.join(parts)
        if max_nb_chars < 25:
            text = text[0].upper() + text[1:]
            text = text[:max_nb_chars - 1] + "."
        return text[:max_nb_chars]

    def texts(self, nb_texts=3, max_nb_chars=200, ext_word_list=None):
        return [self.text(max_nb_chars, ext_word_list) for _ in range(nb_texts)]

    # Colors and currencies

    def color_name(self):
        return self.random.choice(COLORS)[0]

    def safe_color_name(self):
        return self.random.choice(
            "black maroon green navy olive purple teal lime blue silver gray yellow fuchsia aqua white".split())

    def hex_color(self):
        return "#%06x" % self.random.randint(1, 0xFFFFFF)

    def safe_hex_color(self):
        return "#" + "".join(digit * 2 for digit in "%03x" % self.random.randint(0, 0xFFF))

    def rgb_color(self):
        return ",".join(str(self.random.randint(0, 255)) for _ in range(3))

    def rgb_css_color(self):
        return "rgb(%s)" % self.rgb_color()

    def color(self, hue=None, luminosity=None, color_format="hex"):
        if hue is not None or luminosity is not None or color_format != "hex":
            raise ValueError("color() draws any color as hex here")
        return self.hex_color()

    def currency(self):
        return self.random.choice(CURRENCIES)

    def currency_code(self):
        return self.currency()[0]

    def currency_name(self):
        return self.currency()[1]

    def currency_symbol(self, code=None):
        symbols = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "ILS": "₪"}
        return symbols.get(code, "$") if code else self.random.choice(sorted(symbols.values()))

    def pricetag(self):
        return "$%s.%s" % ("{:,}".format(self.random.randint(1, 99999)), self.numerify("##"))

    # Values

    def boolean(self, chance_of_getting_true=50):
        if not 0 <= chance_of_getting_true <= 100:
            raise ValueError("chance_of_getting_true must be between 0 and 100")
        return self.random.randint(1, 100) <= chance_of_getting_true

    def pybool(self, truth_probability=50):
        return self.boolean(truth_probability)

    def null_boolean(self):
        return self.random.choice([None, True, False])

    def binary(self, length=1024):
        return bytes(self.random.getrandbits(8) for _ in range(length))

    def md5(self, raw_output=False):
        return self._digest("md5", raw_output)

    def sha1(self, raw_output=False):
        return self._digest("sha1", raw_output)

    def sha256(self, raw_output=False):
        return self._digest("sha256", raw_output)

    def _digest(self, name, raw):
        import hashlib

        digest = hashlib.new(name, str(self.random.random()).encode())
        return digest.digest() if raw else digest.hexdigest()

    def uuid4(self, cast_to=str):
        made = _uuid.UUID(int=self.random.getrandbits(128), version=4)
        return cast_to(made) if cast_to else made

    def password(self, length=10, special_chars=True, digits=True, upper_case=True, lower_case=True):
        kinds = []
        if special_chars:
            kinds.append("!@#$%^&*()_+")
        if digits:
            kinds.append(string.digits)
        if upper_case:
            kinds.append(string.ascii_uppercase)
        if lower_case:
            kinds.append(string.ascii_lowercase)
        assert len(kinds) <= length, "Required length is shorter than required characters"
        chars = [self.random.choice(kind) for kind in kinds]
        pool = "".join(kinds)
        chars += [self.random.choice(pool) for _ in range(length - len(chars))]
        self.random.shuffle(chars)
        return "".join(chars)

    def pyint(self, min_value=0, max_value=9999, step=1):
        return self.random_int(min_value, max_value, step)

    def pyfloat(self, left_digits=None, right_digits=None, positive=None, min_value=None, max_value=None):
        if left_digits is not None and left_digits < 0:
            raise ValueError("A float number cannot have less than 0 digits in its integer part")
        if right_digits is not None and right_digits < 0:
            raise ValueError("A float number cannot have less than 0 digits in its fractional part")
        if left_digits == 0 and right_digits == 0:
            raise ValueError("A float number cannot have less than 0 digits in total")
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError("Min value cannot be greater than max value")
        if min_value is not None or max_value is not None:
            low = min_value if min_value is not None else max_value - 10 ** 6
            high = max_value if max_value is not None else min_value + 10 ** 6
            number = self.random.uniform(low, high)
            rounded = round(number, right_digits) if right_digits is not None else number
            return float(min(max(rounded, low), high))
        left = left_digits if left_digits is not None else self.random.randint(1, 9)
        right = right_digits if right_digits is not None else self.random.randint(1, 6)
        sign = "" if positive or (positive is None and self.random.randint(0, 1)) else "-"
        whole = self.random_number(left) if left else 0
        return float("%s%d.%s" % (sign, whole, "".join(str(self.random_digit()) for _ in range(right)) or "0"))

    def pydecimal(self, left_digits=None, right_digits=None, positive=None, min_value=None, max_value=None):
        from decimal import Decimal

        return Decimal(str(self.pyfloat(left_digits, right_digits, positive, min_value, max_value)))

    def pystr(self, min_chars=None, max_chars=20, prefix="", suffix=""):
        count = max_chars if min_chars is None else self.random.randint(min_chars, max_chars)
        return prefix + "".join(self.random_letters(count - len(prefix) - len(suffix))) + suffix

    def pystr_format(self, string_format="?#-###{{random_int}}{{random_letter}}", letters=string.ascii_letters):
        return self.bothify(self.parse(string_format), letters)

    def _value(self, types):
        kinds = types or ["str", "int", "float", "bool", "uri", "email", "date"]
        names = {
            "str": self.pystr, "int": self.pyint, "float": self.pyfloat, "bool": self.boolean, "uri": self.uri,
            "email": self.email, "date": self.date_object, "date_time": self.date_time, "decimal": self.pydecimal,
        }
        kind = self.random.choice(list(kinds))
        kind = kind if isinstance(kind, str) else kind.__name__
        return names[kind]()

    def _count(self, number, variable):
        return self.randomize_nb_elements(number, min=1) if variable else number

    def pylist(self, nb_elements=10, variable_nb_elements=True, value_types=None, allowed_types=None):
        return [self._value(value_types or allowed_types) for _ in range(self._count(nb_elements, variable_nb_elements))]

    def pytuple(self, nb_elements=10, variable_nb_elements=True, value_types=None, allowed_types=None):
        return tuple(self.pylist(nb_elements, variable_nb_elements, value_types, allowed_types))

    def pyset(self, nb_elements=10, variable_nb_elements=True, value_types=None, allowed_types=None):
        return set(self.pylist(nb_elements, variable_nb_elements, value_types, allowed_types))

    def pydict(self, nb_elements=10, variable_nb_elements=True, value_types=None, allowed_types=None):
        count = self._count(nb_elements, variable_nb_elements)
        return {word: self._value(value_types or allowed_types) for word in self.words(count, unique=True)}

    def simple_profile(self, sex=None):
        if sex is None:
            sex = self.random.choice(["F", "M"])
        elif sex not in ("F", "M"):
            raise ValueError("Unknown sex %r" % (sex,))
        return {
            "username": self.user_name(), "name": self.name_female() if sex == "F" else self.name_male(), "sex": sex,
            "address": self.address(), "mail": self.free_email(), "birthdate": self.date_of_birth(),
        }

    def profile(self, fields=None, sex=None):
        made = {
            "job": self.job(), "company": self.company(), "ssn": self.ssn(), "residence": self.address(),
            "current_location": (self.latitude(), self.longitude()),
            "blood_group": self.random.choice(["A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"]),
            "website": [self.url() for _ in range(self.random.randint(1, 4))],
        }
        made.update(self.simple_profile(sex))
        return {name: value for name, value in made.items() if not fields or name in fields}

    def emoji(self):
        return chr(self.random.choice(list(range(0x1F600, 0x1F645)) + list(range(0x1F910, 0x1F930))))
