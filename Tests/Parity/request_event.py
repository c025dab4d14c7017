from locust import events
from parity import Once


@events.request.add_listener
def note(**kw):
    print(sorted(kw))
    print(kw["request_type"], kw["name"], kw["context"], type(kw["response"]).__name__ != "", kw["exception"])
    print(type(kw["response_time"]).__name__, type(kw["start_time"]).__name__, kw["url"].endswith("/json"))


class Listens(Once):
    def context(self):
        return {"user": "ada"}
    def act(self):
        self.client.get("/json", context={"step": 1})
