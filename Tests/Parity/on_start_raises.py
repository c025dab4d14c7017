# options: -t 4s
from locust import User, constant, task


class Dies(User):
    wait_time = constant(0.1)
    def on_start(self):
        raise ValueError("at birth")
    def on_stop(self):
        print("never")
    @task
    def act(self):
        print("never")
