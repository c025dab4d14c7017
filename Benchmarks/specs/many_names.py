import itertools

from locust import HttpUser, constant, task

numbers = itertools.count()


class Visitor(HttpUser):
    wait_time = constant(0.01)

    @task
    def page(self):
        self.client.get("/index.html", name=f"/page/{next(numbers) % 1000}")
