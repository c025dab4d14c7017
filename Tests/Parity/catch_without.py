from parity import Once


class Without(Once):
    def act(self):
        response = self.client.get("/json")
        try:
            response.failure("too late")
        except Exception as error:
            print(type(error).__name__, error)
        try:
            with self.client.get("/json"):
                pass
        except Exception as error:
            print(type(error).__name__, error)
