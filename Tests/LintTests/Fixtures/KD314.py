from locust import HttpUser, TaskSet, task


def f(user):
    pass


class S(TaskSet):
    tasks = {f: 0}  # bad: 17

    @task(0)  # bad: 11
    def g(self):
        pass

    @task(2)
    def h(self):
        pass


class A(HttpUser):
    weight = 0  # bad: 14
    tasks = [S]


class B(HttpUser):
    weight = 0
    fixed_count = 1
    tasks = [S]
