from locust import HttpUser, TaskSet, task


def free():  # bad: 5
    pass


class S(TaskSet):
    tasks = [free]


class V(HttpUser):
    @task
    def index():  # bad: 9
        pass

    def on_start(**kwargs):  # bad: 9
        pass

    @staticmethod
    def helper():
        pass

    @task
    def fine(self):
        pass


class Other:
    def f():
        pass
