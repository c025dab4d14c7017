"""What fewer specs ask for: data of files and tables, codes of goods and papers, colors as numbers, devices."""
import string

_COINS = [
    ("BTC", "Bitcoin"), ("ETH", "Ethereum"), ("XRP", "Ripple"), ("LTC", "Litecoin"), ("BCH", "Bitcoin Cash"), ("ADA", "Cardano"),
    ("XLM", "Stellar"), ("XMR", "Monero"), ("DASH", "Dash"), ("DOGE", "Dogecoin"), ("ZEC", "Zcash"), ("NEO", "NEO"),
]
_STATES = {
    "AL": (35004, 36925), "AK": (99501, 99950), "AZ": (85001, 86556), "AR": (71601, 72959), "CA": (90001, 96162),
    "CO": (80001, 81658), "CT": (6001, 6389), "DE": (19701, 19980), "FL": (32003, 34997), "GA": (30001, 31999),
    "HI": (96701, 96898), "ID": (83201, 83876), "IL": (60001, 62999), "IN": (46001, 47997), "IA": (50001, 52809),
    "KS": (66002, 67954), "KY": (40003, 42788), "LA": (70001, 71232), "ME": (3901, 4992), "MD": (20812, 21930),
    "MA": (1001, 2791), "MI": (48001, 49971), "MN": (55001, 56763), "MS": (38601, 39776), "MO": (63001, 65899),
    "MT": (59001, 59937), "NE": (68001, 68118), "NV": (88901, 89883), "NH": (3031, 3897), "NJ": (7001, 8989),
    "NM": (87001, 88441), "NY": (10001, 14905), "NC": (27006, 28909), "ND": (58001, 58856), "OH": (43001, 45999),
    "OK": (73001, 73199), "OR": (97001, 97920), "PA": (15001, 19640), "RI": (2801, 2940), "SC": (29001, 29948),
    "SD": (57001, 57799), "TN": (37010, 38589), "TX": (75503, 79999), "UT": (84001, 84784), "VT": (5001, 5495),
    "VA": (22001, 24658), "WA": (98001, 99403), "WV": (24701, 26886), "WI": (53001, 54990), "WY": (82001, 83128),
}


def _check(digits, weights):
    return str(-sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 10)


class More:
    # Colors

    def color_rgb(self, hue=None, luminosity=None):
        return tuple(self.random.randint(0, 255) for _ in range(3))

    def color_rgb_float(self, hue=None, luminosity=None):
        return tuple(self.random.random() for _ in range(3))

    def color_hsv(self, hue=None, luminosity=None):
        return self.random.randint(0, 360), self.random.randint(0, 100), self.random.randint(0, 100)

    color_hsl = color_hsv

    # Money and goods

    def cryptocurrency(self):
        return self.random.choice(_COINS)

    def cryptocurrency_code(self):
        return self.cryptocurrency()[0]

    def cryptocurrency_name(self):
        return self.cryptocurrency()[1]

    def aba(self):
        """A routing number of an American bank, with its check digit."""
        digits = "%02d" % self.random.randint(1, 12) + self.numerify("######")
        return digits + _check(digits, (3, 7, 1, 3, 7, 1, 3, 7))

    def swift8(self, use_dataset=False):
        return self.swift(8)

    def swift11(self, primary=False, use_dataset=False):
        made = self.swift(11)
        return made[:8] + "XXX" if primary else made

    def upc_a(self, upc_ae_mode=False, base=None, number_system_digit=None):
        digits = base or "%s%s" % (number_system_digit if number_system_digit is not None else self.random_digit(), "".join(
            str(self.random_digit()) for _ in range(10)))
        return digits + _check(digits, (3, 1) * 6)

    def upc_e(self, base=None, number_system_digit=None, safe_mode=True):
        first = number_system_digit if number_system_digit is not None else self.random.randint(0, 1)
        short = base or "".join(str(self.random_digit()) for _ in range(5)) + str(self.random.randint(5, 9))
        # The long number that the short one stands for has its check digit.
        last = short[5]
        if last in "012":
            long = short[:2] + last + "0000" + short[2:5]
        elif last == "3":
            long = short[:3] + "00000" + short[3:5]
        elif last == "4":
            long = short[:4] + "00000" + short[4]
        else:
            long = short[:5] + "0000" + last
        return "%s%s%s" % (first, short, _check("%s%s" % (first, long), (3, 1) * 6))

    def localized_ean(self, length=13):
        return self.ean(length)

    def localized_ean8(self):
        return self.ean(8)

    def localized_ean13(self):
        return self.ean(13)

    def sbn9(self, separator="-"):
        digits = self.numerify("########")
        rest = -sum(int(digit) * weight for digit, weight in zip(digits, range(9, 1, -1))) % 11
        return separator.join([digits[:3], digits[3:], "X" if rest == 10 else str(rest)])

    # People's papers

    def ein(self):
        return "%02d-%s" % (self.random.choice([1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 20, 26, 35, 47, 61, 75, 85, 98]), self.numerify(
            "#######"))

    def itin(self):
        return "9%s-%s-%s" % (self.numerify("##"), self.random.choice(
            [number for number in range(70, 100) if number not in (89, 93)]), self.numerify("####"))

    def invalid_ssn(self):
        return "%s-%s-%s" % (self.random.choice(["000", "666", self.numerify("9##")]), self.numerify("%#"), self.numerify("%###"))

    def passport_number(self):
        return self.random.choice(string.ascii_uppercase) + self.numerify("########")

    def passport_gender(self, seed=0):
        return self.random.choice(["M", "F", "X"])

    def passport_owner(self, gender="X"):
        if gender == "M":
            return self.first_name_male(), self.last_name()
        return (self.first_name_female() if gender == "F" else self.first_name()), self.last_name()

    def passport_dob(self):
        return self.date_of_birth()

    # Places

    def zipcode_in_state(self, state_abbr=None):
        if state_abbr is None:
            state_abbr = self.random.choice(sorted(_STATES))
        if state_abbr not in _STATES:
            raise Exception("State Abbreviation not found in list")
        return "%05d" % self.random.randint(*_STATES[state_abbr])

    postcode_in_state = postalcode_in_state = zipcode_in_state

    def postalcode_plus4(self):
        return "%s-%s" % (self.zipcode_in_state(), self.numerify("%###"))

    def military_ship(self):
        return self.random.choice(["USS", "USNS", "USNV", "USCGC"])

    def military_state(self):
        return self.random.choice(["AE", "AA", "AP"])

    def military_apo(self):
        return self.numerify("PSC ####, Box ####")

    def military_dpo(self):
        return self.numerify("Unit #### Box ####")

    # The network and its machines

    def linux_processor(self):
        return self.random.choice(["i686", "x86_64"])

    def mac_processor(self):
        return self.random.choice(["Intel", "PPC", "U; Intel", "U; PPC"])

    def nic_handle(self, suffix="FAKE"):
        if not suffix or not all(char in string.ascii_uppercase for char in suffix):
            raise ValueError("suffix length must be greater than or equal to 2")
        return "%s-%s" % ("".join(self.random.choice(string.ascii_uppercase) for _ in range(self.random.randint(2, 4))) + str(
            self.random.randint(1, 99999)), suffix)

    def nic_handles(self, count=1, suffix="????"):
        if suffix == "????":
            suffix = "".join(self.random.choice(string.ascii_uppercase) for _ in range(4))
        return [self.nic_handle(suffix) for _ in range(count)]

    def ripe_id(self):
        return "ORG-%s%s-RIPE" % ("".join(self.random.choice(string.ascii_uppercase) for _ in range(self.random.randint(
            2, 4))), self.random.randint(1, 99999))

    def iana_id(self):
        return str(self.random.randint(1, 8888888))

    def dga(self, year=None, month=None, day=None, tld=None, length=None):
        name = "".join(self.random.choice(string.ascii_lowercase) for _ in range(length or self.random.randint(2, 63)))
        return "%s.%s" % (name, tld or self.tld())

    def unix_device(self, prefix=None):
        prefix = prefix or self.random.choice(["sd", "vd", "xvd"])
        return "/dev/%s%s" % (prefix, self.random.choice(string.ascii_lowercase))

    def unix_partition(self, prefix=None):
        return self.unix_device(prefix) + str(self.random_digit())

    def uuid1(self, cast_to=str):
        import uuid

        made = uuid.UUID(int=self.random.getrandbits(128), version=1)
        return cast_to(made) if cast_to else made

    def vin(self):
        """A vehicle's number, with its check digit."""
        letters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
        made = [self.random.choice(letters) for _ in range(17)]
        values = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9]))
        weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
        rest = sum(weight * (values[sign] if sign in values else int(sign)) for weight, sign in zip(weights, made)) % 11
        made[8] = "X" if rest == 10 else str(rest)
        return "".join(made)

    # Data

    def enum(self, enum_cls):
        if not list(enum_cls):
            from faker.exceptions import BaseFakerException

            raise BaseFakerException("The provided Enum: '%s' has no members." % enum_cls.__name__)
        return self.random.choice(list(enum_cls))

    def dsv(self, dialect="faker-csv", header=None, data_columns=("{{name}}", "{{address}}"), num_rows=10, include_row_ids=False,
            delimiter=",", quoting=1):
        """Rows of values between signs."""
        import csv
        import io

        if not isinstance(num_rows, int) or num_rows <= 0:
            raise ValueError("`num_rows` must be a positive integer")
        if header is not None and len(header) != len(data_columns):
            raise ValueError("`header` and `data_columns` must have matching lengths")
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, quoting=quoting)
        if header is not None:
            writer.writerow((["ID"] if include_row_ids else []) + list(header))
        for number in range(1, num_rows + 1):
            row = [self.pystr_format(column) for column in data_columns]
            writer.writerow(([str(number)] if include_row_ids else []) + row)
        return out.getvalue()

    def csv(self, header=None, data_columns=("{{name}}", "{{address}}"), num_rows=10, include_row_ids=False):
        return self.dsv("faker-csv", header, data_columns, num_rows, include_row_ids)

    def tsv(self, header=None, data_columns=("{{name}}", "{{address}}"), num_rows=10, include_row_ids=False):
        return self.dsv("faker-tsv", header, data_columns, num_rows, include_row_ids, delimiter="\t")

    def psv(self, header=None, data_columns=("{{name}}", "{{address}}"), num_rows=10, include_row_ids=False):
        return self.dsv("faker-psv", header, data_columns, num_rows, include_row_ids, delimiter="|")

    def json(self, data_columns=None, num_rows=10, indent=None, cls=None):
        """An object for each row, of the columns that are given as `{key: provider}` or `[(key, provider, arguments)]`."""
        import json

        columns = data_columns or {"name": "{{name}}", "residency": "{{address}}"}

        def value(what, arguments):
            if isinstance(what, str):
                return self.pystr_format(what) if "{{" in what else getattr(self, what)(**(arguments or {}))
            return row(what)

        def row(spec):
            if isinstance(spec, dict):
                return {key: value(what, None) for key, what in spec.items()}
            return {item[0]: value(item[1], item[2] if len(item) > 2 else None) for item in spec}

        made = [row(columns) for _ in range(num_rows)]
        return json.dumps(made[0] if num_rows == 1 else made, indent=indent, cls=cls)

    def json_bytes(self, data_columns=None, num_rows=10, indent=None, cls=None):
        return self.json(data_columns, num_rows, indent, cls).encode()
