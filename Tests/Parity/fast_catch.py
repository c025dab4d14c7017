from locust import FastHttpUser, constant, events, task
from parity import quit


@events.request.add_listener
def note(**kw):
    print(kw["request_type"], kw["name"], kw["response_length"], kw["context"], kw["url"].rpartition("/")[2])


class Fast(FastHttpUser):
    wait_time = constant(0)
    def context(self):
        return {"user": "ada"}
    @task
    def act(self):
        with self.client.get("/status/404", name="good", catch_response=True) as response:
            response.success()
        with self.client.get("/json", name="bad", catch_response=True, context={"b": 1}) as response:
            response.failure("no wings")
        with self.client.get("/status/500", name="undecided", catch_response=True) as response:
            print(response.status_code, response.ok)
        with self.client.get("/redirect/2", name="moved", catch_response=True) as response:
            print(response.status_code)
        try:
            with self.client.get("/json", name="raises", catch_response=True):
                raise KeyError("inside")
        except KeyError as error:
            print(repr(error))
        try:
            self.client.get("/json", name="no catch").failure("x")
        except Exception as error:
            print(type(error).__name__)
        with self.client.rename_request("group"):
            self.client.get("/json")
        self.client.request_name = "set"
        self.client.get("/json")
        self.client.request_name = None
        quit(self)
