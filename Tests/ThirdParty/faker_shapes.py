"""What of faker's values can be said without its word lists: their shapes, and that seeds repeat them."""
import datetime
import re
from faker import Faker

fake = Faker()
Faker.seed(7)
SHAPES = {
    "name": r"\w+.* \w+.*", "first_name": r"\w+", "last_name": r"[\w']+", "email": r"[a-z0-9._]+@example\.(com|org|net)",
    "free_email": r"[a-z0-9._]+@(gmail|yahoo|hotmail)\.com", "user_name": r"[a-z0-9._]+", "password": r".{10}",
    "zipcode": r"\d{5}", "country_code": r"[A-Z]{2}", "uuid4": r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    "date": r"\d{4}-\d\d-\d\d", "time": r"\d\d:\d\d:\d\d", "ipv4": r"\d+\.\d+\.\d+\.\d+", "mac_address": r"([0-9a-f]{2}:){5}[0-9a-f]{2}",
    "hex_color": r"#[0-9a-f]{6}", "bothify": r"\d\d [a-zA-Z]{2}", "numerify": r"\d{3}", "lexify": r"[a-zA-Z]{4}", "sentence": r"[A-Z].*\.",
    "url": r"https?://(www\.)?[a-z0-9-]+\.[a-z.]+/", "iban": r"GB\d{2}[A-Z]{4}\d{14}", "pystr": r"[a-zA-Z]{20}", "city": r".+", "word": r"[a-z]+",
    "phone_number": r"[-+().x\d]+", "company": r".+", "job": r".+", "user_agent": r"(Mozilla|Opera)/.*", "domain_name": r"[a-z0-9-]+\.[a-z]+",
    "address": r"(?s).+\n.+", "street_address": r".+", "state": r".+", "country": r".+", "color_name": r"\w+", "ssn": r"\d{3}-\d\d-\d{4}",
}
for name, shape in SHAPES.items():
    values = [getattr(fake, name)() for _ in range(20)]
    print(name, all(isinstance(value, str) and re.fullmatch(shape, value) for value in values))


def luhn(number):
    digits = [int(char) for char in reversed(number)]
    return sum(d if place % 2 == 0 else (2 * d - 9 if d > 4 else 2 * d) for place, d in enumerate(digits)) % 10 == 0


print(all(luhn(fake.credit_card_number()) for _ in range(20)))
print(all(int("".join(str(int(c, 36)) for c in v[4:] + v[:4])) % 97 == 1 for v in (fake.iban() for _ in range(20))))
now = datetime.datetime.now()
print(all(datetime.date.today() > fake.past_date() for _ in range(20)), all(datetime.date.today() < fake.future_date() for _ in range(20)))
print(all(now - datetime.timedelta(days=8) < fake.date_time_between("-7d", "now") <= now + datetime.timedelta(minutes=1) for _ in range(20)))
print(all(18 <= (datetime.date.today() - fake.date_of_birth(minimum_age=18, maximum_age=30)).days / 365.2425 < 31.01 for _ in range(20)))
print(all(5 <= fake.random_int(5, 9) <= 9 for _ in range(50)), all(len(fake.text(50)) <= 50 for _ in range(20)), len(fake.words(4)), len(fake.sentences(2)))
print(sorted(fake.simple_profile()), sorted(fake.profile(fields=["job", "mail"])), all(1 <= fake.pyfloat(min_value=1, max_value=2) <= 2 for _ in range(20)))
one, two = Faker(), Faker()
one.seed_instance(3)
two.seed_instance(3)
print([one.name() for _ in range(5)] == [two.name() for _ in range(5)], one.uuid4() == two.uuid4())
Faker.seed(9)
first = [fake.email(), fake.random_int(), fake.address()]
Faker.seed(9)
print(first == [fake.email(), fake.random_int(), fake.address()])
print(len({fake.unique.random_int(1, 50) for _ in range(50)}))
for locale in ("en_GB", "de_DE", "fr_FR", "es_ES", "it_IT"):
    local = Faker(locale)
    print(locale, all(isinstance(getattr(local, name)(), str) for name in ("name", "address", "phone_number", "company", "email")))
print(Faker(["en_US", "de_DE"]).locales, fake.random_element(["x"]), fake.random_elements(["a"], length=3), fake.boolean(100))
try:
    fake.unique.random_int(1, 50)
except Exception as error:
    print(type(error).__name__)
