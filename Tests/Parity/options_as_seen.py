# own-users
# options: -t 0 --processes 0 --web-base-path nowhere --config-users {"user_class_name":"Looks","weight":3}
# env: LOCUST_TAGS=[seen, unseen]
from locust import User, events, tag, task
from locust.runners import WorkerRunner
from parity import quit


class Looks(User):
    @tag("seen")
    @task
    def act(self):
        quit(self)


def tell(when, environment):
    if isinstance(environment.runner, WorkerRunner):
        return
    options = environment.parsed_options
    print(when, type(environment.runner).__name__, environment.user_classes[0].weight)
    for name in (
        "num_users spawn_rate run_time tags exclude_tags headless headful autostart config_users web_base_path master "
        "worker build_path web_auth legacy_ui slave expect_slaves web_host_display_name user_classes"
    ).split():
        print(name, repr(getattr(options, name)))


@events.init.add_listener
def on_init(environment, **kwargs):
    tell("init", environment)


@events.test_start.add_listener
def on_test_start(environment, **kwargs):
    tell("test_start", environment)
