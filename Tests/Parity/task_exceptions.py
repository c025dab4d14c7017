from parity import Steps, visitor
from locust import task


class Raises(Steps):
    @task(3)
    def value(self):
        raise ValueError("three times")
    @task
    def key(self):
        {}["nothing"]
    @task
    def quiet(self):
        raise Exception
    @task
    def deep(self):
        def inner(n):
            return 1 / 0 if n == 0 else inner(n - 1)
        inner(3)


Visitor = visitor(Raises)
