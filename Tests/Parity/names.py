from locust import HttpUser, task
from parity import Once


class Names(Once):
    def act(self):
        self.client.get("/")
        self.client.get("/json?a=1&b=2")
        self.client.get("/json", params={"q": "two words", "n": 3})
        self.client.get("/json", params={"q": "x"}, name="/json?q=[term]")
        self.client.get(self.host + "/index.html")
        self.client.get("/json#part")
        self.client.get("/bytes/3?\u00e4=\u20ac")
