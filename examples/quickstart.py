from locust import HttpUser, between, task


class Visitor(HttpUser):
    wait_time = between(0.5, 1.5)

    @task(3)
    def front_page(self):
        self.client.get("/")

    @task
    def search(self):
        self.client.get("/json", params={"q": "katydid", "page": 2}, name="/json?q=[term]")
