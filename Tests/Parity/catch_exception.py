from parity import Once


class Raises(Once):
    def act(self):
        with self.client.get("/json", name="lost", catch_response=True):
            raise KeyError("inside")
