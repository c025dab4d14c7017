from locust import HttpUser, TaskSet, task


class Stuck(TaskSet):  # bad: 7
    @task
    def a(self):
        pass


class Fine(TaskSet):
    @task
    def a(self):
        self.interrupt()


class Only(TaskSet):
    @task
    def a(self):
        pass


class A(HttpUser):
    tasks = {Stuck: 1, Fine: 2}


class B(HttpUser):
    tasks = [Only]
