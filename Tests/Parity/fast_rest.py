from locust import FastHttpUser, constant, task
from parity import quit


class Rests(FastHttpUser):
    wait_time = constant(0)
    @task
    def act(self):
        with self.rest("GET", "/json") as response:
            print(type(response.js).__name__)
        with self.rest("POST", "/echo", json={"a": 1}, name="echo") as response:
            headers = {name.lower(): value for name, value in response.js["headers"].items()}
            print(headers["content-type"], headers["accept"], response.js["body"])
        with self.rest("GET", "/index.html", name="page") as response:
            print(response.js)
        with self.rest("GET", "/status/404", name="lost") as response:
            print(response.status_code)
        with self.rest("GET", "/json", name="asserts") as response:
            assert response.js is None, "there should be nothing"
        with self.rest("GET", "/json", name="comma") as response:
            assert response.js is None, "there should be nothing,"
        with self.rest("GET", "/drop", name="dropped") as response:
            print(response.js)
        with self.rest_("GET", "/json") as response:
            print(response.status_code)
        with self.rest_("GET", "/json?a=1", name="own") as response:
            response.failure("not so")
        quit(self)
