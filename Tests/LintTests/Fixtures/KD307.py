from locust import HttpUser, task

HEADERS = {"ContentType": "text/plain", "X-Trace": "1"}  # bad: 12


class A(HttpUser):
    @task
    def a(self):
        self.client.get("/", headers={"UserAgent": "x", "Accept": "y"})  # bad: 39
        self.client.get("/", headers={"content_type": "x", "user-agent": "y"})  # bad: 39
        self.client.get("/", headers={"Authorisation": "x", "Api-Version": "3"})  # bad: 39
        self.client.headers.update({"Refferer": "x", "Referrer": "x"})  # bad: 37, 54
        self.client.headers["Acceptt-Encoding"] = "x"  # bad: 29
        self.client.post("/", json={"UserAgent": "x"})
