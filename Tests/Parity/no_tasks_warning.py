# options: -t 3s
import logging

from locust import User, constant, events


class Prints(logging.Handler):
    def emit(self, record):
        print(record.name, record.levelname, record.getMessage())


@events.init.add_listener
def on_init(environment, **kwargs):
    logging.getLogger().addHandler(Prints())


class Idle(User):
    wait_time = constant(60)
