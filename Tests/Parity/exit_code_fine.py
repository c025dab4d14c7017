# options: --exit-code-on-error 9
from parity import Once


class Fine(Once):
    def act(self):
        self.client.get("/json")
