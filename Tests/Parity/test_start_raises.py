# options: -t 4s
from locust import User, constant, events, task


@events.test_start.add_listener
def broken(**kwargs):
    raise RuntimeError("at the start")


class Fine(User):
    wait_time = constant(5)
    @task
    def act(self):
        print("acts")
