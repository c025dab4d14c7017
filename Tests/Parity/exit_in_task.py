# no-csv
import sys

from parity import Once


class Leaves(Once):
    def act(self):
        self.client.get("/json")
        print("leaves")
        sys.stdout.flush()
        sys.exit(3)
