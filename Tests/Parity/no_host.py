# differs: status: a test whose users cannot start has failed
# no-host
from locust import HttpUser, task


class Nowhere(HttpUser):
    @task
    def act(self):
        self.client.get("/")
