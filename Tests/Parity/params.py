from parity import Once


class Params(Once):
    def act(self):
        for params in ({"a": "1"}, {"a": ["1", "2"], "b": None}, [("x", "\u00e4"), ("x", "/&")], "raw=1&b", {}):
            print(self.client.get("/echo", params=params, name="echo").json()["query"])
        print(self.client.get("/echo?z=0", params={"a": 1}, name="echo").json()["query"])
