import faker
from faker import Faker

FAKE = Faker("ja_JP")  # bad: 14
OTHERS = Faker(["de_DE", "cs_CZ", "en"])  # bad: 26
AGAIN = faker.Faker(locale="xx_XX")  # bad: 28
GOOD = [Faker(), Faker("en_US"), Faker(["fr_FR", "it-IT"])]
