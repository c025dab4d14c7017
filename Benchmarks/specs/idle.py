"""A user that connects once, keeps the connection and waits."""
from locust import HttpUser, constant, task


class Idle(HttpUser):
    wait_time = constant(1000)

    def on_start(self):
        self.client.get("/")

    @task
    def idle(self):
        pass
