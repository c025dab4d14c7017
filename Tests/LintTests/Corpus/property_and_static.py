import dataclasses
import enum
import functools
from abc import ABC, abstractmethod

from locust import HttpUser, between, task


class Kind(enum.Enum):
    SMALL = "small"
    LARGE = "large"


@dataclasses.dataclass
class Order:
    number: int
    kind: Kind = Kind.SMALL
    lines: list = dataclasses.field(default_factory=list)

    @property
    def total(self):
        return sum(price for _, price in self.lines)

    def as_json(self):
        return {"number": self.number, "kind": self.kind.value, "total": self.total}


class Source(ABC):
    @abstractmethod
    def next(self):
        ...


class Numbers(Source):
    def __init__(self, start=0):
        self._at = start

    def next(self):
        self._at += 1
        return self._at


def logged(function):
    @functools.wraps(function)
    def inner(self, *args, **kwargs):
        self.calls = getattr(self, "calls", 0) + 1
        return function(self, *args, **kwargs)

    return inner


class Customer(HttpUser):
    wait_time = between(1, 2)
    numbers = Numbers(100)

    @staticmethod
    def kind(number):
        return Kind.LARGE if number % 10 == 0 else Kind.SMALL

    @classmethod
    def describe(cls):
        return f"{cls.__name__} at {cls.host}"

    @property
    def number(self):
        return self.numbers.next()

    @task
    @logged
    def order(self):
        number = self.number
        order = Order(number, kind=self.kind(number))
        order.lines.append(("pen", 1.5))
        order.lines += [("ink", 3.0)]
        self.client.post("/order", json=order.as_json(), headers={"X-Who": self.describe()})
