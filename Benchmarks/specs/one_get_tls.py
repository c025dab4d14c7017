from locust import HttpUser, constant, task


class Getter(HttpUser):
    wait_time = constant(0)

    def on_start(self):
        self.client.verify = False

    @task
    def get(self):
        self.client.get("/")
