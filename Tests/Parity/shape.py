from locust import HttpUser, LoadTestShape, constant, task


class Steps(LoadTestShape):
    def tick(self):
        return (2, 10) if self.get_run_time() < 2 else None


class Shaped(HttpUser):
    wait_time = constant(60)
    def on_start(self):
        self.client.get("/json")
    @task
    def act(self):
        pass
