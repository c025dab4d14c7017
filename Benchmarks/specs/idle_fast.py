"""idle.py with Locust's faster client, whose users are the smaller ones."""
from locust import FastHttpUser, constant, task


class Idle(FastHttpUser):
    wait_time = constant(1000)

    def on_start(self):
        self.client.get("/")

    @task
    def idle(self):
        pass
