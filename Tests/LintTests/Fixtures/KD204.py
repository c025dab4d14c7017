import random
import os

from locust import FastHttpUser, HttpUser, TaskSet, constant, events, task

random.randit(1, 2)  # bad: 8
os.path.joinn("a", "b")  # bad: 9
"x".formt(1)  # bad: 5
events.test_strat.add_listener(print)  # bad: 8
events.test_start.add_listner(print)  # bad: 19


class Mixin:
    def visit(self):
        return self.path


class V(Mixin, HttpUser):
    wait_time = constant(1)
    path = "/"

    def on_start(self):
        self.token = "x"

    @task
    def index(self):
        r = self.client.get("/", headers={"x": self.tokn})  # bad: 53
        if r.status == 200 or r.staus_code == 3:  # bad: 14, 33
            self.clinet.get("/")  # bad: 18
        print(r.json()["x"], r.text, r.elapsed.total_seconds(), self.environment.host, self.token)
        self.client.gett("/")  # bad: 21
        try:
            print(self.maybe)
        except AttributeError:
            pass
        if hasattr(self, "perhaps"):
            print(self.perhaps)


class S(TaskSet):
    @task
    def leave(self):
        self.user.anything()
        self.interupt()  # bad: 14


class T(V):
    def on_start(self):
        super().on_start()
        super().anything()
        type(self).anything()
        self.__class__.counter += 1


class Fast(FastHttpUser):
    wait_time = constant(1)

    @task
    def index(self):
        r = self.client.get("/", headers={"Accept": "*/*"})
        if r.status == "200" and r.status_code == 200 and r.ok:
            print(r.text, r.content, r.json(), r.headers, r.url, r.error, r.statuscode)  # bad: 77
        with self.client.post("/", json={}, catch_response=True) as answer:
            if not answer.body:  # bad: 27
                answer.fail("empty")  # bad: 24
        with self.rest("GET", "/") as resp:
            print(resp.js, resp.whatever)
        self.client.gett("/")  # bad: 21


def numbers():
    import numpy as np

    return np.random.randint(3) + np.random.laplace(2)  # bad: 45
