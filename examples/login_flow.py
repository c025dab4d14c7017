"""Log in, look at pages that need the login, and check what comes back."""
import random
import string

from locust import HttpUser, between, task


class Member(HttpUser):
    wait_time = between(0.2, 0.6)

    def on_start(self):
        self.name = "user-" + "".join(random.choices(string.ascii_lowercase, k=6))
        self.client.post("/login", data={"username": self.name, "password": "secret"})

    @task(2)
    def profile(self):
        with self.client.get("/me", catch_response=True) as response:
            if response.status_code != 200:
                response.failure(f"not logged in: {response.status_code}")
            elif self.name not in response.text:
                response.failure("somebody else's profile")

    @task
    def change(self):
        answer = self.client.post("/echo", json={"name": self.name, "tags": ["a", "b"]}).json()
        assert answer["method"] == "POST", answer
