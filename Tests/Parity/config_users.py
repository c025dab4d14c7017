# options: --config-users {"user_class_name":"Set","weight":5,"greeting":"hi"}
from parity import Once


class Set(Once):
    greeting = "none"
    def act(self):
        print(self.greeting, self.weight)
