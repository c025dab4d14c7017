from locust import events
from parity import Once


@events.request.add_listener
def on_request(**kwargs):
    raise ValueError("in a listener of requests")


class Asks(Once):
    def act(self):
        self.client.get("/json")
