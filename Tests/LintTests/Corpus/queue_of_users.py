import queue

from locust import HttpUser, between, task
from locust.exception import StopUser

accounts = queue.Queue()
for number in range(1000):
    accounts.put({"name": f"user{number}", "password": "x" * 8})


class Account(HttpUser):
    wait_time = between(1, 1)

    def on_start(self):
        try:
            self.account = accounts.get(block=False)
        except queue.Empty:
            raise StopUser() from None
        self.client.post("/login", json=self.account)

    def on_stop(self):
        accounts.put(self.account)

    @task
    def use(self):
        self.client.get("/home")
