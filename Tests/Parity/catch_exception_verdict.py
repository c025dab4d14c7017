from parity import Once


class Raises(Once):
    def act(self):
        with self.client.get("/json", name="kept", catch_response=True) as response:
            response.failure("before")
            raise KeyError("after")
