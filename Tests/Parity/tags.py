# options: --tags fast both
from locust import tag, task
from parity import Steps, visitor


class Tagged(Steps):
    @tag("fast")
    @task
    def one(self):
        print("one")
    @tag("slow")
    @task
    def two(self):
        print("two")
    @tag("slow", "both")
    @task
    def three(self):
        print("three")
    @task
    def four(self):
        print("four")


Visitor = visitor(Tagged)
