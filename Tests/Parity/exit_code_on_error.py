# options: --exit-code-on-error 5
from parity import Once


class Fails(Once):
    def act(self):
        self.client.get("/status/500")
