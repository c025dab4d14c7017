from parity import Once


class Proxied(Once):
    def act(self):
        # The target itself, which looks at the path of the whole address.
        proxy = {"http": self.host}
        print(self.client.get("http://nowhere.test/json", proxies=proxy, name="proxied").status_code)
        self.client.proxies = {"http": "http://127.0.0.1:1"}
        self.client.get("/json", name="no proxy there")
        self.client.proxies = {}
        print(self.client.get("/json", name="direct").status_code)
