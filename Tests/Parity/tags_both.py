# options: --tags fast both --exclude-tags broken
from locust import TaskSet, tag, task
from parity import Steps, visitor


class Tagged(Steps):
    @tag("fast", "broken")
    @task
    def one(self):
        print("one")
    @tag("fast")
    @task
    def two(self):
        print("two")
    @tag("both")
    @task
    class Inner(TaskSet):
        @task
        def three(self):
            print("three")
            self.interrupt()
        @tag("broken")
        @task
        def four(self):
            print("four")
            self.interrupt()
    @task
    class Untagged(TaskSet):
        @task
        def five(self):
            print("five")
            self.interrupt()


Visitor = visitor(Tagged)
