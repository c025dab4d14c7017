"""A load shape: it says each second how many users there are, and ends the run by itself."""
from locust import HttpUser, LoadTestShape, constant, task


class Reader(HttpUser):
    wait_time = constant(0.1)

    @task
    def page(self):
        self.client.get("/json")


class Writer(HttpUser):
    wait_time = constant(0.2)

    @task
    def post(self):
        self.client.post("/echo", json={"text": "hello"})


class Day(LoadTestShape):
    # Seconds since the start, users, users a second, and which of the classes are added.
    stages = [
        (2, 4, 10, [Reader]),
        (4, 8, 10, [Writer]),
        (5, 2, 10, None),
    ]

    def tick(self):
        for end, users, spawn_rate, classes in self.stages:
            if self.get_run_time() < end:
                return users, spawn_rate, classes
        return None
