from parity import Once


class Verdicts(Once):
    def act(self):
        with self.client.get("/status/404", name="good", catch_response=True) as response:
            response.success()
        with self.client.get("/json", name="bad", catch_response=True) as response:
            response.failure("no wings")
        with self.client.get("/json", name="undecided", catch_response=True) as response:
            pass
        with self.client.get("/status/500", name="undecided 500", catch_response=True) as response:
            print(response.status_code)
        with self.client.get("/json", name="twice", catch_response=True) as response:
            response.failure("first")
            response.success()
        with self.client.get("/json", name="twice again", catch_response=True) as response:
            response.success()
            response.failure("second")
