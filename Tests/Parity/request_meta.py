from parity import Once


class Meta(Once):
    def act(self):
        with self.client.get("/json", catch_response=True) as response:
            response.request_meta["name"] = "renamed"
            response.request_meta["request_type"] = "API"
        print(sorted(k for k in response.request_meta if k in ("name", "request_type", "context", "exception")))
