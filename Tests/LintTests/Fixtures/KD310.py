import time
from time import sleep

import gevent
from locust import HttpUser, task


class A(HttpUser):
    @task
    def a(self):
        self.client.get("/")
        time.sleep(2)  # bad: 9

    @task
    def b(self):
        sleep(1)  # bad: 9
        self.client.get("/")
        gevent.sleep(1)  # bad: 9

    @task
    def c(self):
        self.client.get("/")
        time.sleep(1)
        self.client.get("/")

    def helper(self):
        self.client.get("/")
        time.sleep(1)
