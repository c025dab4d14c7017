# Texts that are nearly ISO 8601, read as dates, times, and dates with times.
import random
from datetime import date, datetime, time

DATES = ["2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024W09", "2024-060", "2024-2-29", "2024-0229",
         "2024-W094", "2024W09-4", "2024-13-01", "2024-W54-1", "2020-W53-7", "0000-01-01", "+2024-01-01", "2024-02-30", "",
         "2024-w09-4", "２０２４-02-29", "2024-02", "2024-W09-8", "2024-W9-4", "9999-12-31", "2024-W1", "2024--02-29"]
TIMES = ["10", "1030", "10:30", "10:30:15", "103015", "10:30:15.1", "10:30:15.123456", "10:30:15.1234567", "10:30:15,123",
         "103015.123", "10.5", "10:30.5", "1", "10:3", "10:3015", "1030:15", "24:00", "10:60", "10:30:15.", "10:30:15.a",
         "10:", "", "20240229", "2024022", "202402291", "1030151", "-1:30", "10 30", "0000000", "10:30:15:10"]
ZONES = ["", "Z", "z", "+01", "+0130", "+01:30", "+01:30:15", "+01:30:15.123456", "-01:30", "+24:00", "-00:00", "+1", "+",
         "Z0", "+01:30Z", " +01:30", "+01:60", "+00:00:00.000001", "+01:30:15,12", "+0130:15", "+01:30+01"]
SEPARATORS = ["T", " ", "t", "", "  ", "\u2028", "-", "1", ":", "\ud800", "é"]


def read(kind, text):
    try:
        found = repr(kind.fromisoformat(text))
    except ValueError as error:
        found = str(error)
    print(kind.__name__, ascii(text), ascii(found))


choose = random.Random(5)
for text in DATES:
    read(date, text)
    for separator in SEPARATORS:
        read(datetime, text + separator)
        read(datetime, text + separator + "10")
for text in TIMES:
    for zone in ZONES:
        read(time, text + zone)
    read(time, "T" + text)
for _ in range(1500):
    read(datetime, "".join([choose.choice(part) for part in (DATES, SEPARATORS, TIMES, ZONES)]))
for _ in range(1500):
    text = list("2024-02-29T10:30:15.123+01:00")
    for _ in range(choose.choice([1, 1, 2])):
        at, new = choose.randrange(len(text)), choose.choice("0123456789:-+TWZ ., ")
        text[at:at + choose.randrange(2)] = [new] * choose.randrange(2)
    text = "".join(text)
    read(datetime, text)
    read(time, text[11:])
    read(date, text[:10])
