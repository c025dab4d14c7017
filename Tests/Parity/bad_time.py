# options: -t 1d
from parity import Once


class Never(Once):
    def act(self):
        pass
