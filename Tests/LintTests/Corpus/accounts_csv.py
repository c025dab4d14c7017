"""Each user logs in with an account of its own, read from a file beside the spec."""
import csv
import os
import random

from locust import HttpUser, between, task

ACCOUNTS = []
with open(os.path.join(os.path.dirname(__file__), "accounts.csv"), "r", newline="") as handle:
    for row in csv.DictReader(handle):
        ACCOUNTS.append((row["user"], row["password"]))


class Member(HttpUser):
    wait_time = between(1, 3)
    token = None

    def on_start(self):
        if len(ACCOUNTS) > 0:
            self.user_name, self.password = ACCOUNTS.pop()
        else:
            self.user_name, self.password = "guest", "guest"
        response = self.client.post("/login", {"username": self.user_name, "password": self.password})
        self.token = response.json().get("token")
        self.client.headers.update({"Authorization": "Bearer %s" % self.token})

    @task(5)
    def orders(self):
        self.client.get("/orders", params={"page": random.randint(1, 10)})

    @task(1)
    def profile(self):
        self.client.get("/profile")

    def on_stop(self):
        self.client.post("/logout")
