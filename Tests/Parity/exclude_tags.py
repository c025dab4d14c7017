# options: -T fast -E both
from locust import tag, task
from parity import Steps, visitor


class Tagged(Steps):
    @tag("fast")
    @task
    def one(self):
        print("one")
    @tag("fast", "both")
    @task
    def two(self):
        print("two")
    @task
    def three(self):
        print("three")


Visitor = visitor(Tagged)
