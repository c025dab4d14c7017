# options: -t 2s
import time
from locust import TaskSet, User, constant, task


class Slow(User):
    wait_time = constant(0)
    def on_stop(self):
        print("user stops")
    @task
    class Inner(TaskSet):
        def on_stop(self):
            print("task set stops")
        @task
        def act(self):
            try:
                time.sleep(30)
                print("never")
            finally:
                print("cleans up")
