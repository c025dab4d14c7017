from locust import events
from parity import Once


@events.test_start.add_listener
def on_test_start(environment, **kwargs):
    # A class's own host, which the run's still overrides after the test has started.
    print("own", Moved.host) if Moved.host else None
    environment.host += "/there"
    Moved.host = "http://127.0.0.1:1"


class Moved(Once):
    def act(self):
        print(self.host.endswith("/there"), self.client.base_url.endswith("/there"), self.environment.host == self.host)
        print(self.client.get("/json").status_code)
