from locust import events
from parity import Once


@events.request.add_listener
def note(request_type, name, response_length, exception, **kwargs):
    print(request_type, name, response_length, exception)


class Lengths(Once):
    def act(self):
        self.client.get("/bytes/1000")
        self.client.get("/bytes/0")
        self.client.head("/bytes/77")
        self.client.get("/gzip")
        self.client.get("/redirect/1")
