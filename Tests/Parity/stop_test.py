# differs: status: a test whose users cannot start has failed
from locust import User, constant, task
from locust.exception import StopTest


class Cannot(User):
    wait_time = constant(0)
    def __init__(self, environment):
        super().__init__(environment)
        raise StopTest("cannot start")
    @task
    def act(self):
        print("never")
