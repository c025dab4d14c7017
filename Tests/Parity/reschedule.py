from locust import task
from locust.exception import RescheduleTask, RescheduleTaskImmediately
from parity import Steps, visitor


class Again(Steps):
    @task
    def a(self):
        print("a")
        raise RescheduleTask()
    @task
    def b(self):
        print("b")
        raise RescheduleTaskImmediately()
    @task
    def c(self):
        print("c")


Visitor = visitor(Again)
