from parity import Once


class Raises(Once):
    def act(self):
        self.client.get("/json").raise_for_status()
        with self.client.get("/status/404", name="in block", catch_response=True) as response:
            try:
                response.raise_for_status()
            except Exception as error:
                print(type(error).__name__)
        self.client.get("/status/503", name="leaves").raise_for_status()
