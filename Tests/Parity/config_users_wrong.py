# options: --config-users {"weight":2}
# no-csv
from parity import Once


class Looks(Once):
    def act(self):
        print("never")
