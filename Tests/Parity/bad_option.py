# options: --wings
from parity import Once


class Never(Once):
    def act(self):
        pass
