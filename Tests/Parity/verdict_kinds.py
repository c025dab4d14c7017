from parity import Once


class Odd(Exception):
    def __str__(self):
        return "odd"


class Verdicts(Once):
    def act(self):
        values = [
            None, "", 123, ValueError("v"), Odd(), b"bytes", "two\nlines", "ünï", {"a": 1}, ["l"], 'comma, "quote"', 1.5,
            True,
        ]
        for number, value in enumerate(values):
            with self.client.get("/json", catch_response=True, name=f"failure {number}") as response:
                response.failure(value)
        with self.client.get("/json", catch_response=True, name="twice") as response:
            response.failure("first")
            response.failure("second")
        with self.client.get("/json", catch_response=True, name="taken back") as response:
            response.failure("first")
            response.success()
        with self.client.get("/status/404", catch_response=True, name="forgiven") as response:
            response.success()
            response.failure("after all")
            response.success()
        with self.client.get("/status/404", catch_response=True, name="no verdict") as response:
            pass
        with self.client.get("/json", catch_response=True, name="empty") as response:
            if response.status_code != 200:
                response.failure("no")
