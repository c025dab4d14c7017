from locust import task
from parity import Steps, visitor


def plain(holder):
    print("plain", type(holder).__name__)


class Order(Steps):
    @task
    def first(self):
        print("first")
    @task(2)
    def second(self):
        print("second")
    tasks = [plain]
    @task
    def third(self):
        print("third")


Visitor = visitor(Order)
