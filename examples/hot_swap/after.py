"""The second version: the users of the first go on under it, with what they have counted."""

from locust import HttpUser, constant, task


class Visitor(HttpUser):
    wait_time = constant(0.05)

    def on_start(self):
        self.pages = 0

    def on_swap(self, old_version):
        print(f"from version {old_version} with {self.pages} pages")

    @task
    def data(self):
        self.client.get("/json", name="data")
        self.pages += 1
