import requests
from locust import HttpUser, task


class A(HttpUser):
    def on_start(self):
        requests.get("http://localhost/")

    @task
    def a(self):
        requests.get("http://localhost/")  # bad: 9
        self.client.get("/")
