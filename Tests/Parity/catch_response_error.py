from locust.exception import CatchResponseError, ResponseError
from parity import Once


class Raises(Once):
    def act(self):
        with self.client.get("/json", name="swallowed", catch_response=True):
            raise ResponseError("as a verdict")
        with self.client.get("/json", name="caught", catch_response=True) as response:
            try:
                raise CatchResponseError("mine")
            except CatchResponseError as error:
                response.failure(error)
        print("goes on")
