import random

from locust import HttpUser, between


def index(l):
    l.client.get("/")


def stats(l):
    l.client.get("/stats/requests")


def page404(l):
    with l.client.get("/does_not_exist", catch_response=True) as response:
        if response.status_code == 404:
            response.success()
        else:
            response.failure("expected 404")


def login(user):
    user.client.post("/login", {"username": "ellen_key", "password": "education"})


class WebsiteUser(HttpUser):
    host = "http://127.0.0.1:8089"
    wait_time = between(2, 5)
    tasks = [index, stats, page404]

    def on_start(self):
        login(self)
        self.lucky = random.Random(7).random()
