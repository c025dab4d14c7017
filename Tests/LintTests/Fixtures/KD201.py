import random
import time

from locust import HttpUser, TaskSet, between, constant, task

random.randint(1)  # bad: 1
time.sleep()  # bad: 1
time.sleep(1, 2)  # bad: 15
len([1], [2])  # bad: 10


def f(a, b=1, *, c):
    return a, b, c


f(1, 2, 3, c=4)  # bad: 9
f(1)  # bad: 1
f(1, c=2)
f(*[1], **{"c": 2})


class Thing:
    def __init__(self, x):
        self.x = x

    def method(self, y):
        return self.method()  # bad: 16


class Plain:
    pass


Thing()  # bad: 1
Thing(1)
Plain(1)  # bad: 7
Thing(1).method(2)


class V(HttpUser):
    wait_time = between(1)  # bad: 17

    @task
    def index(self):
        self.client.get()  # bad: 9
        self.client.get("/", {"a": 1})  # bad: 30
        self.client.post("/", {"a": 1}, None)
        self.helper(1, 2)  # bad: 24
        self.helper(1)

    def helper(self, x):
        return x


class S(TaskSet):
    wait_time = constant(1)

    @task
    def leave(self):
        self.interrupt(False, 1)  # bad: 31


import datetime
import uuid

datetime.datetime.now()
datetime.datetime.fromtimestamp(1)
datetime.datetime.fromtimestamp()  # bad: 1
uuid.UUID("x").hex
"x".join()  # bad: 1
