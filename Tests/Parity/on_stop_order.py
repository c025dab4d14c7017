# options: -t 2s -s 1
from locust import TaskSet, User, constant, task


class Outer(User):
    wait_time = constant(10)
    def on_start(self):
        print("user starts")
    def on_stop(self):
        print("user stops")
    @task
    class First(TaskSet):
        def on_start(self):
            print("first starts")
        def on_stop(self):
            print("first stops")
        @task
        class Second(TaskSet):
            def on_start(self):
                print("second starts")
            def on_stop(self):
                print("second stops")
            @task
            def act(self):
                print("act", type(self.parent).__name__, type(self.parent.parent).__name__, self.user is self.parent.user)
