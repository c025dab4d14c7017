import json
import random

from locust import HttpUser, between, task

json.dumps({}, indent=2)
random.choices([1, 2], weight=[1, 2])  # bad: 24
print("x", ends="")  # bad: 12


def f(a, b=1):
    return a, b


f(1, a=2)  # bad: 6
f(a=1, c=2)  # bad: 8
f(**{"a": 1})


class V(HttpUser):
    wait_time = between(min=1, max=2)  # bad: 25, 32

    @task
    def index(self):
        self.client.get("/", header={"A": "b"})  # bad: 30
        self.client.get("/", headers={"A": "b"}, name="x", catch_response=False, timeout=3)
        self.client.post("/", json={}, nmae="x")  # bad: 40
        with self.client.get("/", catch_response=True) as r:
            r.failure(msg="x")  # bad: 23
            r.success()
