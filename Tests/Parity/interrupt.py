from locust import SequentialTaskSet, TaskSet, task
from locust.exception import InterruptTaskSet
from parity import Steps, visitor


class Nested(Steps):
    @task
    class Inner(TaskSet):
        def on_stop(self):
            print("inner stops")
        @task
        def act(self):
            print("inner acts")
            self.interrupt()
    @task
    class Other(SequentialTaskSet):
        @task
        def one(self):
            print("one")
        @task
        def two(self):
            print("two")
            self.interrupt(reschedule=False)
        @task
        def three(self):
            print("never")
    @task
    class Third(TaskSet):
        def on_start(self):
            print("third starts")
            raise InterruptTaskSet(reschedule=True)
        @task
        def never(self):
            print("never")


Visitor = visitor(Nested)
