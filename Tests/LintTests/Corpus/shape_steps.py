import math

from locust import HttpUser, LoadTestShape, constant, task


class Visitor(HttpUser):
    wait_time = constant(1)

    @task
    def hello(self):
        self.client.get("/hello")


class Steps(LoadTestShape):
    """Ten more users every half minute, for ten minutes."""

    step_time = 30
    step_load = 10
    spawn_rate = 10
    time_limit = 600

    def tick(self):
        run_time = self.get_run_time()
        if run_time > self.time_limit:
            return None
        step = math.floor(run_time / self.step_time) + 1
        return step * self.step_load, self.spawn_rate


class Wave(LoadTestShape):
    abstract = True
    stages = [
        {"duration": 60, "users": 10, "spawn_rate": 10},
        {"duration": 100, "users": 50, "spawn_rate": 10, "user_classes": [Visitor]},
        {"duration": 180, "users": 100, "spawn_rate": 10},
    ]

    def tick(self):
        for stage in self.stages:
            if self.get_run_time() < stage["duration"]:
                try:
                    return stage["users"], stage["spawn_rate"], stage["user_classes"]
                except KeyError:
                    return stage["users"], stage["spawn_rate"]
        return None
