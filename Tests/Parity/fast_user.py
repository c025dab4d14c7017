from locust import FastHttpUser, constant, task
from parity import quit


class Fast(FastHttpUser):
    wait_time = constant(0)
    @task
    def act(self):
        r = self.client.get("/json")
        print(r.status_code, r.ok, r.json() is not None, r.headers["content-type"])
        self.client.get("/status/404")
        self.client.get("/status/500")
        self.client.get("/redirect/2")
        self.client.post("/echo", json={"a": 1})
        self.client.get("/json", params={"a": 1})
        with self.client.get("/json", catch_response=True, name="caught") as r:
            r.failure("no wings")
        with self.rest("GET", "/json", name="rest") as r:
            print(r.js is not None)
        with self.rest("GET", "/", name="rest page") as r:
            print(r.js)
        quit(self)
