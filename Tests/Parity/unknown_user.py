# options: Nobody
from parity import Once


class Somebody(Once):
    def act(self):
        pass
