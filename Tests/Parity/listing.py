# options: --list
from locust import HttpUser, User, task


class Zebra(User):
    @task
    def act(self):
        pass


class Ant(HttpUser):
    @task
    def act(self):
        pass


class Hidden(User):
    abstract = True
