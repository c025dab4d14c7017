import json
import os

from locust import HttpUser, constant_pacing, task


class Configured(HttpUser):
    if os.environ.get("FAST"):
        wait_time = constant_pacing(0.1)
    else:
        wait_time = constant_pacing(1)

    host = os.environ.get("HOST", "http://localhost")
    endpoint = f"{host}/x"
    paths = []
    for _name in ("a", "b"):
        paths.append("/" + _name)
    with open(__file__, encoding="utf-8") as _source:
        size = len(_source.read())

    @task
    def go(self):
        for path in self.paths:
            self.client.get(path)

    @task(3)
    def other(self):
        self.client.get(self.endpoint)

    @task
    def dump(self):
        self.client.post("/size", data=json.dumps({"size": self.size}))
