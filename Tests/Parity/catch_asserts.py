from locust.exception import ResponseError
from parity import Once


class Asserts(Once):
    def act(self):
        for kind in (AssertionError, ValueError, ResponseError):
            try:
                with self.client.get("/json", name=kind.__name__, catch_response=True):
                    raise kind("inside")
            except Exception as error:
                print("propagates", repr(error))
        try:
            with self.client.get("/status/500", name="status", catch_response=True) as response:
                response.raise_for_status()
        except Exception as error:
            print(type(error).__name__)
        try:
            with self.client.get("/status/500", name="judged", catch_response=True) as response:
                response.success()
                response.raise_for_status()
                print("no exception")
        except Exception as error:
            print(type(error).__name__)
