# options: -u 4 -r 20 -t 3s
# own-users
# unordered
from locust import User, constant, events, task


@events.test_start.add_listener
def on_test_start(environment, **kwargs):
    Few.weight, Many.weight = 1, 3
    environment.user_classes.remove(None_)


class Says(User):
    abstract = True
    wait_time = constant(60)

    @task
    def act(self):
        print(type(self).__name__)


class Few(Says):
    weight = 9


class Many(Says):
    pass


class None_(Says):
    pass
