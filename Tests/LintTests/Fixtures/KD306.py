from locust import HttpUser, task

BASE = "https://example.com/api"


class A(HttpUser):
    host = "https://example.com"

    @task
    def a(self):
        self.client.get("https://example.com/x")  # bad: 25
        self.client.get(BASE + "/x")  # bad: 25
        self.client.get(f"{BASE}/x")  # bad: 25
        self.client.get("/x", params={"next": "https://example.com"})
        self.client.get(self.host + "/x")
        self.client.request("GET", url="http://a.b/c")  # bad: 40
