from locust import events
from parity import Once


@events.request.add_listener
def on_request(name, exception, **kwargs):
    print(name, repr(exception))


class Slow(Once):
    def act(self):
        for number, proxy in enumerate(("http://nowhere.invalid:8080", "http://127.0.0.1:1", "nowhere.invalid")):
            response = self.client.get("http://127.0.0.1:2/x?y=1", name=f"plain {number}", proxies={"http": proxy})
            print(repr(response.error), response.url)
            response = self.client.get("https://other.invalid/x", name=f"safe {number}", proxies={"https": proxy})
            print(repr(response.error))
