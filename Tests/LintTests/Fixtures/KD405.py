from locust import events


def f(**kwargs):
    pass


events.hatch_complete += f  # bad: 1, 8
events.request_success.add_listener(f)  # bad: 8
events.test_start.add_listener(f)
