# options: -u 4 -r 100 -t 2s
# unordered
from locust import User, constant, task


class Many(User):
    weight = 3
    wait_time = constant(60)
    @task
    def act(self):
        print("many")


class One(User):
    fixed_count = 1
    wait_time = constant(60)
    @task
    def act(self):
        print("one")
