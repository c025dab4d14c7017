from locust import events
from parity import Once


@events.init.add_listener
def broken(environment, **kwargs):
    raise RuntimeError("in init")


class Never(Once):
    def act(self):
        print("never")
