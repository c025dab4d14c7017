"""All the ways in which tasks are named."""
import locust
from locust import FastHttpUser, HttpUser, TaskSet, between, task


def first(user):
    user.client.get("/first")


class Inner(TaskSet):
    tasks = {first: 2}

    @task
    def back(self):
        self.interrupt(False)


class A(HttpUser):
    wait_time = locust.between(1, 2)
    tasks = (first, Inner)


class B(FastHttpUser):
    wait_time = locust.constant(3)
    tasks = {first, Inner}


class C(locust.HttpUser):
    wait_time = between(1, 2)
    fixed_count = 1

    @locust.task
    def one(self):
        self.client.get("/one")

    @locust.task(3)
    def two(self):
        self.client.get("/two")

    @locust.tag("three")
    @task(weight=2)
    def three(self):
        self.client.get("/three")

    tasks.append(first) if (tasks := []) else None
