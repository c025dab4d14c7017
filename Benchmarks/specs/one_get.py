"""One request a task, no waiting: the least a user can do. Katydid and Locust run this same file."""
from locust import HttpUser, constant, task


class OneGet(HttpUser):
    wait_time = constant(0)

    @task
    def index(self):
        self.client.get("/")
