# options: -t 60s
# unordered
from locust import User, constant, events, task


@events.init.add_listener
def on_init(environment, **kwargs):
    # One class fewer, more users than the command line says, and for less time.
    environment.user_classes = [Light, Made]
    environment.parsed_options.num_users = 4
    environment.parsed_options.spawn_rate = 20
    environment.parsed_options.run_time = 3


class Says(User):
    abstract = True
    wait_time = constant(60)

    @task
    def act(self):
        options = self.environment.parsed_options
        print(type(self).__name__, options.num_users, options.spawn_rate, options.run_time)


class Gone(Says):
    pass


class Light(Says):
    weight = 3


Made = type("Made", (Says,), {"weight": 1})
