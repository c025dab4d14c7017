from parity import Once


class Reset(Once):
    def act(self):
        print(self.client.get("/reset").status_code)
