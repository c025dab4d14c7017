from locust import events
from locust.runners import WorkerRunner
from parity import Once


@events.init.add_listener
def on_init(environment, **kwargs):
    environment.catch_exceptions = True
    events.user_error.add_listener(
        lambda user_instance, exception, tb: print(type(user_instance).__name__, repr(exception), tb is not None)
    )


class Raises(Once):
    def act(self):
        self.client.get("/json")
        raise ValueError("not caught by the task")
