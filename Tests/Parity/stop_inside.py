# options: -u 2 -r 100 -t 3s
# unordered
from locust import User, constant, task
from locust.exception import StopUser


class StopsItself(User):
    wait_time = constant(0)
    def on_stop(self):
        print("on_stop runs")
    @task
    def act(self):
        print("stops", self.stop())


class Raises(StopsItself):
    def on_start(self):
        raise StopUser()
