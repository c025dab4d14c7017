from locust import User, task
from parity import quit


class Broken(User):
    count = 0
    def wait_time(self):
        if self.count == 1:
            raise RuntimeError("can't wait")
        return 0
    @task
    def act(self):
        type(self).count += 1
        print("acts", self.count)
        if self.count == 2:
            quit(self)
