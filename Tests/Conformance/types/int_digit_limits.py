"""How many digits an int may have as text, and how that is changed."""
import json
import sys


def t(function, *args):
    try:
        value = function(*args)
        print(value if not isinstance(value, str) or len(value) < 99 else len(value))
    except Exception as error:
        print(type(error).__name__, error)


print(sys.get_int_max_str_digits())
t(str, 10 ** 4300)
t(str, 10 ** 4299)
t(int, "1" * 4301)
t(json.loads, "1" * 4301)
for limit in (0, 640, 700, 639, -1, "a", 1.5):
    t(sys.set_int_max_str_digits, limit)
    print(sys.get_int_max_str_digits())
    t(lambda: str(10 ** 650))
    t(lambda: str(-10 ** 699))
    t(lambda: len(str(int("7" * 800))))
    t(lambda: len(json.dumps(json.loads("7" * 690))))
    t(lambda: len(f"{10 ** 720:d}") + len("%d" % 10 ** 5))
sys.set_int_max_str_digits(0)
t(lambda: len(str(10 ** 9000)), )
t(lambda: len(str(int("9" * 9000) + 1)))
t(int, "z" * 30, 36)
