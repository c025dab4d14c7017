from parity import Steps, visitor
from locust import task


class Own(Exception):
    def __str__(self):
        return "own text"


class Raises(Steps):
    @task
    def a(self):
        assert 1 == 2, "not equal"
    @task
    def b(self):
        raise Own("hidden")
    @task
    def c(self):
        int("x")
    @task
    def d(self):
        None.nothing
    @task
    def e(self):
        [][3]
    @task
    def f(self):
        try:
            raise KeyError("first")
        except KeyError as error:
            raise RuntimeError("second") from error


Visitor = visitor(Raises)
