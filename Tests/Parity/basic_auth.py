from parity import Once


class Auth(Once):
    def act(self):
        print(self.client.get("/basic-auth/ada/secret", auth=("ada", "secret")).status_code)
        print(self.client.get("/basic-auth/ada/secret", auth=("ada", "wrong"), name="wrong").status_code)
        self.client.auth = ("ada", "secret")
        print(self.client.get("/basic-auth/ada/secret").status_code)
