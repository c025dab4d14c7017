from locust import MarkovTaskSet, events, tag, transition, transitions
from locust.user.markov_taskset import (
    InvalidTransitionError, MarkovTaskTagError, NoMarkovTasksError, NonMarkovTaskTransitionError,
)
from parity import Once


def build(make):
    try:
        make()
        print("fine")
    except Exception as error:
        print(type(error).__name__, [base.__name__ for base in type(error).__mro__[1:3]], error)


def empty():
    class Empty(MarkovTaskSet):
        pass


def unknown():
    class Unknown(MarkovTaskSet):
        @transition("nowhere")
        def first(self):
            pass


def dead_end():
    class DeadEnd(MarkovTaskSet):
        @transition("second")
        def first(self):
            pass

        def second(self):
            pass


def tagged():
    class Tagged(MarkovTaskSet):
        @tag("x")
        @transition("first")
        def first(self):
            pass


def weighted():
    class Weighted(MarkovTaskSet):
        @transitions({"second": 2, "first": 1})
        def first(self):
            pass

        @transitions(["first", ("second", 3)])
        def second(self):
            pass

    print(Weighted.current.__name__, [item.__name__ for item in Weighted.current.transitions])
    print([item.__name__ if callable(item) else item for item in Weighted.second.transitions])


class Builds(Once):
    def act(self):
        for make in (empty, unknown, dead_end, tagged, weighted):
            build(make)
