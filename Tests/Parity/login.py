import re
from parity import Once


class Login(Once):
    def act(self):
        print(self.client.get("/me").status_code)
        page = self.client.get("/login").text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        data = {"username": "ada", "password": "x"}
        if token:
            data["csrf_token"] = token.group(1)
        print(self.client.post("/login", data=data).status_code)
        print(self.client.get("/me").status_code)
        self.client.get("/logout")
        with self.client.get("/me", name="/me after", catch_response=True) as response:
            if response.status_code == 401:
                response.success()
