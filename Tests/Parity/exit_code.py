from locust import events
from parity import Once


@events.quitting.add_listener
def decide(environment, **kwargs):
    environment.process_exit_code = 42


class Quiet(Once):
    def act(self):
        self.client.get("/status/500")
