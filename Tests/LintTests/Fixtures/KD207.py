from locust import events


@events.test_start.add_listener
def start(env):  # bad: 11
    pass


@events.test_start.add_listener
def fine(environment, **kwargs):
    pass


@events.request.add_listener
def request(name, response_time):  # bad: 5
    pass


def late(**kw):
    pass


def wrong():  # bad: 5
    pass


events.quitting.add_listener(late)
events.quitting.add_listener(wrong)


@events.init.add_listener
def init(environment, web_ui, runner, extra=1):
    pass
