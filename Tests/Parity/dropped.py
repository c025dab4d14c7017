from parity import Once


class Dropped(Once):
    def act(self):
        print(self.client.get("/drop").status_code)
