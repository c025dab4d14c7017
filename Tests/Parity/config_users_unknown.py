# options: --config-users {"user_class_name":"Nobody"}
# no-csv
from parity import Once


class Looks(Once):
    def act(self):
        print("never")
