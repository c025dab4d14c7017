# own-users
# options: -u 1
from locust import User, constant, task
from parity import quit


class Own(Exception):
    def __init__(self, first, second):
        super().__init__(first, second)


def chained():
    try:
        raise ValueError("inner")
    except ValueError as error:
        raise RuntimeError("outer") from error


def fail(error):
    raise error


ways = [
    lambda: fail(ValueError()), lambda: fail(ValueError("several\nlines, \"quoted\"")), lambda: fail(Own(1, "b")),
    lambda: fail(KeyError("k")), lambda: fail(ValueError("ünï")), lambda: {}["x"], lambda: [][1], lambda: None.foo,
    lambda: int("x"), lambda: 1 / 0, lambda: undefined, lambda: fail(ValueError(b"x")), chained,
    lambda: fail(StopIteration("s")), lambda: fail(OSError(2, "nope")), lambda: fail(TypeError),
    lambda: fail(UnicodeDecodeError("utf-8", b"x", 0, 1, "bad")), lambda: fail(ValueError("same")),
    lambda: fail(ValueError("same")),
]


class Fails(User):
    wait_time = constant(0)

    @task
    def act(self):
        if ways:
            ways.pop(0)()
        quit(self)
