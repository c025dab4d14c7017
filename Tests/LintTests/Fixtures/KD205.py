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


class W(HttpUser):
    def payload():
        return {}

    def both():  # bad: 9
        return {}

    def default():
        return {}

    DEFAULT = default()

    @task
    def index(self):
        self.client.post("/", json=W.payload() or W.both() or self.both())


class X(W):
    def other():
        return {}

    @task
    def more(self):
        self.client.post("/", json=X.payload() or type(self).other())
