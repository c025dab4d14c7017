# options: --tags nowhere -t 4s
from locust import User, constant, tag, task


class Empty(User):
    wait_time = constant(60)
    @tag("somewhere")
    @task
    def act(self):
        print("never")
