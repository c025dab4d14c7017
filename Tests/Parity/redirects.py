from parity import Once


class Redirects(Once):
    def act(self):
        response = self.client.get("/redirect/3")
        print(response.status_code, len(response.history), [r.status_code for r in response.history])
        response = self.client.get("/redirect/2", allow_redirects=False)
        print(response.status_code, response.headers["Location"], response.is_redirect, len(response.history))
        response = self.client.head("/redirect/1")
        print(response.status_code)
        response = self.client.post("/redirect-to?url=/echo&status=307", data="kept", name="307")
        print(response.json()["method"], response.json()["body"])
        response = self.client.post("/redirect-to?url=/echo&status=303", data="lost", name="303")
        print(response.json()["method"], repr(response.json()["body"]))
        response = self.client.post("/redirect-to?url=/echo&status=301", data="lost", name="301")
        print(response.json()["method"])
