from locust import TaskSet, task
from locust.exception import RescheduleTask
from parity import Steps, visitor


class Own(Steps):
    def execute_task(self, item):
        print("executes", getattr(item, "__name__", item))
        super().execute_task(item)
    def wait_time(self):
        return 0
    @task
    def first(self):
        self.schedule_task(self.scheduled)
        self.schedule_task(plain, first=True)
        print("first")
    def scheduled(self):
        print("scheduled")
    @task
    def second(self):
        print("second")
        raise RescheduleTask()


def plain(holder):
    print("plain", type(holder).__name__)


Visitor = visitor(Own)
