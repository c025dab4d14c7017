from locust import HttpUser, task


class A(HttpUser):
    @task
    def a(self):
        with self.client.get("/", catch_response=True) as r:  # bad: 59
            if r.ok:
                r.success()
        with self.client.get("/", catch_response=True) as r:  # bad: 59
            print(r.text)
        with self.client.get("/", catch_response=True) as r:
            if r.status_code != 200:
                r.failure("x")
        with self.client.get("/", catch_response=True) as r:
            if r.ok:
                r.success()
            else:
                r.failure("x")
        with self.client.get("/", catch_response=True) as r:
            self.judge(r)
        with self.client.get("/", catch_response=True) as r:
            try:
                r.json()
                r.success()
            except ValueError:
                r.failure("x")
        with self.client.get("/", catch_response=True) as r:
            if not r.ok:
                raise ValueError
            r.success()
        with self.client.get("/") as r:
            print(r.text)

    def judge(self, r):
        r.success()
