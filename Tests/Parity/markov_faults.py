# no-csv
from locust import MarkovTaskSet, tag, transition, transitions


def empty():
    class Empty(MarkovTaskSet):
        pass


def nowhere():
    class Nowhere(MarkovTaskSet):
        @transition("gone")
        def a(self):
            pass


def plain():
    class Plain(MarkovTaskSet):
        @transitions({"b": 1})
        def a(self):
            pass
        def b(self):
            pass


def tagged():
    class Tagged(MarkovTaskSet):
        @tag("x")
        @transition("a")
        def a(self):
            pass


def running():
    class Running(MarkovTaskSet):
        @transition("run")
        def run(self):
            pass


def fine():
    class Fine(MarkovTaskSet):
        @transitions(["b", ("a", 2)])
        def a(self):
            pass
        @transition("a", weight=3)
        @transition("b")
        def b(self):
            pass
    print(Fine.current.__name__)


for make in (empty, nowhere, plain, tagged, running, fine):
    try:
        make()
    except Exception as error:
        print(make.__name__, type(error).__name__, error)
raise SystemExit(5)
