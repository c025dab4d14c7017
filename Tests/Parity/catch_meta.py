from locust import events
from parity import Once


@events.request.add_listener
def note(name, response_length, context, exception, **kw):
    print(name, response_length, context, exception)


class Edits(Once):
    def act(self):
        with self.client.get("/json", catch_response=True) as response:
            response.request_meta["name"] = "renamed"
            response.request_meta["response_length"] = 99
            response.request_meta["context"]["more"] = 1
        with self.client.get("/json", name="given", catch_response=True, context={"a": 2}) as response:
            print(sorted(k for k in response.request_meta if k not in ("response", "before_request")))
            response.failure(KeyError("a key"))
