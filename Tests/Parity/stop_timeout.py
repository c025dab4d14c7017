# options: -t 2s --stop-timeout 3
import time
from locust import User, constant, task


class Slow(User):
    wait_time = constant(0)
    def on_stop(self):
        print("on_stop")
    @task
    def act(self):
        time.sleep(3)
        print("finished")
