# options: --equal-weights
import random
from locust import User, constant, task
from parity import quit


class Weighs(User):
    wait_time = constant(0)
    chosen = ""
    def on_start(self):
        random.seed(42)
        print(sorted(t.__name__ for t in self.tasks))
    def note(self, letter):
        Weighs.chosen += letter
        if len(Weighs.chosen) == 20:
            # Locust keeps the tasks in a set, in any order.
            print(sorted(Weighs.chosen.count(letter) for letter in "ab"))
            quit(self)
    @task(5)
    def a(self):
        self.note("a")
    @task(2)
    def b(self):
        self.note("b")
