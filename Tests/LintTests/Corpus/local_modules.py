import os
import sys

sys.path.insert(0, os.path.dirname(__file__))

from common.auth import get_token, refresh  # noqa: E402
from settings import BASE_URL, TIMEOUTS
from locust import HttpUser, between, task


class Client(HttpUser):
    wait_time = between(TIMEOUTS["low"], TIMEOUTS["high"])
    host = BASE_URL

    def on_start(self):
        self.token = get_token(self.host)

    @task
    def call(self):
        response = self.client.get("/secure", headers={"Authorization": f"Bearer {self.token}"})
        if response.status_code == 401:
            self.token = refresh(self.token)
