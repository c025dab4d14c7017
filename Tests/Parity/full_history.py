# options: --csv-full-history
from parity import Once


class Some(Once):
    def act(self):
        self.client.get("/json")
        self.client.get("/status/404")
