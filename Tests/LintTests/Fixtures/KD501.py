import os
from locust import HttpUser, task

TOKEN = os.environ.get("TOKEN", "")
HEADERS = {"X-Api-Key": "3f9a7c21e0b84d55"}  # bad: 25


class A(HttpUser):
    @task
    def a(self):
        self.client.get("/", headers={"Authorization": "Bearer 3f9a7c21e0b84d55"})  # bad: 56
        self.client.get("/", headers={"Authorization": "Bearer " + TOKEN})
        self.client.get("/", headers={"Authorization": "Bearer <your token>"})
        self.client.get("/", headers={"Authorization": f"Bearer {TOKEN}"})
        self.client.headers["Cookie"] = "session=3f9a7c21e0b84d55"  # bad: 41
