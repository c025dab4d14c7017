"""The first version of a spec that changes while it runs; `run.sh` beside it puts `after.py` in its place."""

from locust import HttpUser, constant, task


class Visitor(HttpUser):
    wait_time = constant(0.1)

    def on_start(self):
        self.pages = 0

    @task
    def front_page(self):
        self.client.get("/", name="front page")
        self.pages += 1
