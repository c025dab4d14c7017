from parity import Once


class Json(Once):
    def act(self):
        echo = self.client.post("/echo", json={"a": [1, 2.5, None, True], "b": "\u00e4"}).json()
        print(echo["body"], echo["headers"].get("content-type", echo["headers"].get("Content-Type")))
        echo = self.client.post("/echo", json=[]).json()
        print(echo["body"])
        try:
            self.client.get("/").json()
        except ValueError as error:
            print(type(error).__name__)
