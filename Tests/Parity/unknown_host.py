from parity import Once


class Unknown(Once):
    def act(self):
        print(self.client.get("http://nowhere.invalid/", name="unknown").status_code)
