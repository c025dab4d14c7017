# no-csv
from parity import Once


class Leaves(Once):
    def on_start(self):
        if self.client.get("/status/401").status_code != 200:
            exit(4)

    def act(self):
        print("never")
