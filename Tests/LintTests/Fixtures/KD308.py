from locust import HttpUser, task


class A(HttpUser):
    @task
    def a(self):
        self.client.get("/", catch_response=True)  # bad: 30
        r = self.client.get("/", catch_response=True)  # bad: 34
        r.success()
        with self.client.get("/", catch_response=True):  # bad: 35
            pass
        with self.client.get("/", catch_response=True) as r2:
            r2.success()
        later = self.client.get("/", catch_response=True)
        with later:
            later.success()
        self.client.get("/", catch_response=False)
        return self.client.get("/", catch_response=True)
