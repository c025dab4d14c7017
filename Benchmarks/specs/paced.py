"""Users of two targets, since one process may have too few descriptors for all their connections."""
import os

from locust import HttpUser, between, task


class Paced(HttpUser):
    abstract = True
    wait_time = between(1, 2)

    @task
    def page(self):
        self.client.get("/index.html")


class First(Paced):
    host = os.environ["KATYDID_TARGET_1"]


class Second(Paced):
    host = os.environ["KATYDID_TARGET_2"]
