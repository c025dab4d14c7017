# Numbers of `decimal` in formats made at random, right ones and wrong ones.
import random
from decimal import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal,
    localcontext)

VALUES = [Decimal(text) for text in (
    "0", "-0", "1", "-1", "1.5", "-3.7", "123456789.987654321", "1E+10", "1E-10", "0E+3", "0E-7", "-0.00", "1234567",
    "1E+30", "9.9999", "0.5", "0.05", "NaN", "-NaN", "sNaN123", "Infinity", "-Infinity", "1234567.891", "999999",
    "-1E-30", "1.10", "5E+2", "0.000001", "0.0000001", "12345678901234567890.5", "2.5", "-0.4")]
ROUNDINGS = [ROUND_HALF_EVEN, ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP, ROUND_HALF_DOWN,
             ROUND_HALF_UP]
choose = random.Random(3)


def part(chance, options):
    return choose.choice(options) if choose.random() < chance else ""


def specification():
    text = ""
    if choose.random() < .3:
        text += choose.choice(["", "*", "0", "é", "x", "<", " ", "\U0001f600", "}"]) + choose.choice("<>=^")
    text += part(.3, "+- ") + part(.15, "z") + part(.1, "#") + part(.2, "0")
    text += part(.5, ["0", "1", "5", "10", "12", "20", "30", "7"]) + part(.3, ",,_")
    if choose.random() < .5:
        text += "." + choose.choice(["", "0", "1", "2", "3", "5", "10", "00", "01", "20"])
    text += part(.6, "eEfFgGn%nNdsxcb")
    return (text[::-1] if choose.random() < .05 else text) + part(.05, " ")


for _ in range(3000):
    text, value = specification(), choose.choice(VALUES)
    with localcontext() as context:
        context.capitals, context.rounding = choose.choice([1, 1, 1, 0]), choose.choice(ROUNDINGS)
        context.prec = choose.choice([28, 28, 3, 9])
        try:
            shown = format(value, text)
        except ValueError as error:
            shown = error
        print(value, ascii(text), context.capitals, context.rounding, context.prec, ascii(str(shown)))
for text in (5, None, b"", "\ud800<5", ".5.5", "99999999999999999999", ".99999999999999999999"):
    try:
        print(Decimal("1.5").__format__(text))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
