from locust import events
from parity import Once


@events.test_start.add_listener
def broken(environment, **kwargs):
    raise RuntimeError("in a listener")


class Goes(Once):
    def act(self):
        self.client.get("/json")
