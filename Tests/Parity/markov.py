from locust import MarkovTaskSet, User, constant, transition
from parity import quit


class Chain(MarkovTaskSet):
    @transition("middle")
    def start(self):
        print("start")
    @transition("end")
    def middle(self):
        print("middle")
    @transition("start")
    def end(self):
        print("end")
        quit(self)


class Walks(User):
    wait_time = constant(0)
    tasks = [Chain]
