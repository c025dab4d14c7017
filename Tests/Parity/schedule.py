from locust import TaskSet, User, constant, task
from parity import quit


class Queue(TaskSet):
    def on_start(self):
        self.schedule_task(self.late)
        self.schedule_task(self.early, first=True)
        self.schedule_task(self.last)
    @task
    def early(self):
        print("early")
    @task
    def late(self):
        print("late")
    @task
    def last(self):
        print("last")
        quit(self)


class Planned(User):
    wait_time = constant(0)
    tasks = [Queue]
