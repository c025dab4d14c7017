# options: Second
from parity import Once


class First(Once):
    def act(self):
        print("first")


class Second(Once):
    def act(self):
        print("second")
        self.client.get("/json")
