# no-host
from locust import HttpUser, task


class Nowhere(HttpUser):
    @task
    def act(self):
        self.client.get("/")
