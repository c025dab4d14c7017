from parity import Once


class Headers(Once):
    def act(self):
        self.client.headers["X-Always"] = "yes"
        self.client.headers.update({"X-Gone": "soon"})
        echo = self.client.get("/echo", headers={"X-Once": "1", "X-Gone": None}).json()["headers"]
        sent = {k.lower(): v for k, v in echo.items()}
        print(sent.get("x-always"), sent.get("x-once"), sent.get("x-gone"), sent.get("connection"), sent.get("accept"))
        response = self.client.get("/json")
        print(response.headers["content-type"] == response.headers["CONTENT-TYPE"], "Content-Type" in response.headers)
        print(response.headers.get("nothing"), response.headers.get("nothing", 3))
