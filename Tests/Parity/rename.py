from parity import Once


class Rename(Once):
    def act(self):
        with self.client.rename_request("group"):
            self.client.get("/json")
            self.client.get("/", name="own")
        self.client.get("/json")
        self.client.request_name = "set"
        self.client.get("/json")
        self.client.request_name = None
