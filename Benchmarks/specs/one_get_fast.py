"""one_get.py with Locust's faster client."""
from locust import FastHttpUser, constant, task


class OneGet(FastHttpUser):
    wait_time = constant(0)

    @task
    def index(self):
        self.client.get("/")
