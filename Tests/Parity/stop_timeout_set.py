# options: -t 2s
import time

from locust import User, constant, events, task


@events.test_start.add_listener
def on_test_start(environment, **kwargs):
    environment.stop_timeout = 20


class Slow(User):
    wait_time = constant(60)

    @task
    def act(self):
        time.sleep(4)
        print("finished", self.environment.stop_timeout)
