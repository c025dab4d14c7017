import enum
import json
import re

from faker import Faker

fake = Faker()
Faker.seed(3)
SHAPES = {
    "aba": r"\d{9}", "color_rgb": 0, "color_rgb_float": 0, "color_hsv": 0, "color_hsl": 0, "cryptocurrency": 0,
    "cryptocurrency_code": r"[A-Z0-9]+", "cryptocurrency_name": r".+", "swift8": r"[A-Z0-9]{8}", "swift11": r"[A-Z0-9]{11}",
    "upc_a": r"\d{12}", "upc_e": r"\d{8}", "localized_ean": r"\d{13}", "localized_ean8": r"\d{8}", "localized_ean13": r"\d{13}",
    "sbn9": r"[\dX-]{11}", "ein": r"\d\d-\d{7}", "itin": r"9\d\d-\d\d-\d{4}", "invalid_ssn": r"\d{3}-\d\d-\d{4}",
    "passport_number": r"[A-Z0-9]{9}", "passport_gender": r"[MFX]", "passport_owner": 0, "passport_dob": 0,
    "zipcode_in_state": r"\d{5}", "postcode_in_state": r"\d{5}", "postalcode_plus4": r"\d{5}-\d{4}", "military_ship": r"US[A-Z]*",
    "military_state": r"A[EAP]", "military_apo": r"PSC \d{4}, Box \d{4}", "military_dpo": r"Unit \d{4} Box \d{4}",
    "linux_processor": r"i686|x86_64", "mac_processor": r".*(Intel|PPC)", "nic_handle": r"[A-Z]{2,4}\d{1,5}-FAKE", "nic_handles": 0,
    "ripe_id": r"ORG-[A-Z]{2,4}\d{1,5}-RIPE", "iana_id": r"\d{1,7}", "dga": r"[a-z]{2,63}\.[a-z.]+", "unix_device": r"/dev/(sd|vd|xvd)[a-z]",
    "unix_partition": r"/dev/(sd|vd|xvd)[a-z]\d", "uuid1": r"[0-9a-f-]{36}", "vin": r"[A-HJ-NPR-Z0-9]{17}", "csv": 0, "tsv": 0, "psv": 0,
    "json": 0, "json_bytes": 0,
}
for name, shape in SHAPES.items():
    fits = True
    for _ in range(40):
        value = getattr(fake, name)()
        if shape:
            fits = fits and type(value) is str and re.fullmatch(shape, value) is not None
    print(name, fits, type(value).__name__, [type(item).__name__ for item in value] if isinstance(value, tuple) else "")


class Only(enum.Enum):
    one = 1


print(fake.enum(Only), fake.csv(header=("A", "B"), data_columns=("x", "y"), num_rows=2, include_row_ids=True).encode())
print(fake.psv(data_columns=("x", "y"), num_rows=1).encode(), fake.tsv(data_columns=("q", "r"), num_rows=1).encode())
print(type(json.loads(fake.json(num_rows=3))).__name__, sorted(json.loads(fake.json(num_rows=1))))
print(json.loads(fake.json(data_columns=[("i", "pyint", {"min_value": 5, "max_value": 5})], num_rows=1)))
for act in (lambda: fake.csv(num_rows=0), lambda: fake.csv(header=("a",), data_columns=("x", "y")), lambda: fake.zipcode_in_state("ZZ")):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)


def digits(text):
    return [int(digit) for digit in text]


print(all(sum(d * w for d, w in zip(digits(fake.aba()), (3, 7, 1) * 3)) % 10 == 0 for _ in range(50)))
print(all(sum(d * w for d, w in zip(digits(fake.upc_a()), (3, 1) * 6)) % 10 == 0 for _ in range(50)))
