# options: -t 3s
from locust import User, constant, events, task


@events.test_start.add_listener
def on_test_start(environment, **kwargs):
    environment.catch_exceptions = False


class Raises(User):
    wait_time = constant(0.2)

    @task
    def act(self):
        raise ValueError("once only")
