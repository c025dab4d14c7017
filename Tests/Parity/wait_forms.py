import time
from locust import User, between, constant_pacing, constant_throughput, poisson, task
from parity import quit


class Waits(User):
    waits = []
    def wait_time(self):
        return 0.01 * (1 + len(self.waits))
    @task
    def act(self):
        self.waits.append(round(self.wait_time(), 2))
        if len(self.waits) == 3:
            print(self.waits)
            print(0.1 <= between(0.1, 0.2)(self) <= 0.2, poisson(2)(self) > 0)
            pace = constant_pacing(0.5)
            pace(self)
            time.sleep(0.1)
            print(0 < pace(self) < 1, constant_throughput(4)(self) <= 0.25)
            for wrong in (constant_throughput, poisson):
                try:
                    wrong(0)
                except ValueError as error:
                    print(error)
            quit(self)
