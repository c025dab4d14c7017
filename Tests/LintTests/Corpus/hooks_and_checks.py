from contextlib import suppress
from http.client import HTTPConnection
from http.cookies import SimpleCookie

from locust import HttpUser, between, events, task
from locust.clients import HttpSession

HTTPConnection.debuglevel = 0


@events.request.add_listener
def check(response, context, exception, **kwargs):
    if exception:
        return
    if response is not None and context.get("expect") not in (None, response.status_code):
        raise AssertionError(f"expected {context['expect']}, got {response.status_code}")


class Checked(HttpUser):
    wait_time = between(1, 2)

    def on_start(self):
        assert isinstance(self.client, HttpSession)
        cookie = SimpleCookie()
        cookie["a"] = "1"
        self.jar = {name: morsel.value for name, morsel in cookie.items()}

    def context(self):
        return {"who": id(self)}

    @task
    def get(self):
        if self.environment.runner is None or self.environment.runner.state == "stopping":
            return
        self.client.get("/", context={"expect": 200}, cookies=self.jar)
        with suppress(ValueError):
            self.client.get("/maybe").json()

    @task
    def request(self):
        self.client.request("OPTIONS", "/", auth=("user", "secret"))
        self.client.request(method="GET", url="/two")
        self.client.patch("/three", json=[1, 2])
        self.client.head("/four")
