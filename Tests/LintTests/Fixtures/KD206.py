from locust import HttpUser, TaskSet, task


class V(HttpUser):
    @task
    def index(self):
        with self.client.get("/", catch_response=True) as r:
            r.success  # bad: 13
            r.failure  # bad: 13
            r.failure("x")
        print(r.json["id"], r.headers["x"])  # bad: 15
        self.helper  # bad: 9

    def helper(self):
        pass
