import random
import os
from locust import HttpUser, task

BASE = "/api"


class Visitor(HttpUser):
    prefix = "/v1"

    @task
    def index(self):
        item = random.randint(1, 9)
        self.client.get(f"/item/{item}")  # bad: 25
        self.client.get("/item/" + str(item))  # bad: 25
        self.client.get("/item/%d" % item)  # bad: 25
        self.client.get("/item/{}".format(item))  # bad: 25
        url = f"/item/{item}"
        self.client.post(url)  # bad: 26
        self.client.post(url, name="/item/[id]")
        self.client.get(BASE + "/x")
        self.client.get(f"{BASE}/x")
        self.client.get(f"{self.prefix}/x")
        self.client.get(self.prefix + os.environ["PATH_PART"])
        self.client.get("/plain", params={"q": item})
        with self.client.rename_request("/item/[id]"):
            self.client.get(f"/item/{item}")
        self.client.request("GET", f"/item/{item}")  # bad: 36
        other = {"a": f"/x/{item}"}
        other.get(f"/x/{item}")
