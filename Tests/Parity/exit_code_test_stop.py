from locust import events
from parity import Once


@events.test_stop.add_listener
def decide(environment, **kwargs):
    environment.process_exit_code = 7


class Stops(Once):
    def act(self):
        self.client.get("/status/404")
