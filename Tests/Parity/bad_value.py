# options: -u many
from parity import Once


class Never(Once):
    def act(self):
        pass
