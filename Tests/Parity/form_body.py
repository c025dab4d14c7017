from parity import Once


class Form(Once):
    def act(self):
        def send(data):
            echo = self.client.post("/echo", data=data).json()
            headers = {k.lower(): v for k, v in echo["headers"].items()}
            print(repr(echo["body"]), headers.get("content-type"), headers.get("content-length"))
        send({"a": "1", "b": ["x", "y z"], "c": "\u00e4&=", "d": None})
        send([("a", 1), ("a", 2)])
        send("plain text")
        send(b"bytes")
        send({})
