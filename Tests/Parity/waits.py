import random
from locust import User, between, constant, constant_pacing, constant_throughput, poisson, task
from parity import OnceUser


class Waits(OnceUser):
    def act(self):
        random.seed(7)
        print([round(between(1, 5)(self), 9) for _ in range(3)])
        print(constant(2.5)(self))
        print([round(poisson(2)(self), 9) for _ in range(3)])
        for wrong in (lambda: constant_throughput(0), lambda: poisson(-1)):
            try:
                wrong()
            except ValueError as error:
                print("ValueError")
