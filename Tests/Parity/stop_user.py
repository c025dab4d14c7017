# options: -t 2s -u 2 -r 10
from locust import User, constant, task
from locust.exception import StopUser


class Leaves(User):
    wait_time = constant(0.05)
    def on_stop(self):
        print("left")
    @task
    def act(self):
        raise StopUser()
