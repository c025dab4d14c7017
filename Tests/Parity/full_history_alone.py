# options: --csv-full-history
# no-csv
from parity import Once


class Never(Once):
    def act(self):
        pass
