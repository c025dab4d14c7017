# options: -t 4s
from locust import User, constant


class Idle(User):
    wait_time = constant(60)
    task = None
