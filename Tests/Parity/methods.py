from parity import Once


class Methods(Once):
    def act(self):
        for method in ("get", "post", "put", "patch", "delete", "options"):
            response = getattr(self.client, method)("/echo", name=f"/echo {method}")
            print(method, response.status_code)
        print(self.client.head("/json").content)
        print(self.client.request("GET", "/json").status_code, self.client.request("get", "/json").ok)
        print(self.client.request("POST", "/echo", data="x").json()["body"])
