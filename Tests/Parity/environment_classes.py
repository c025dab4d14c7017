# own-users
# options: -u 3 -r 10
from locust import LoadTestShape, User, constant, events, task
from locust.runners import WorkerRunner
from parity import quit


class Light(User):
    wait_time = constant(0)
    weight = 1

    @task(3)
    def often(self):
        quit(self)

    @task
    def seldom(self):
        quit(self)


class Heavy(Light):
    weight = 5


class Hidden(User):
    abstract = True


class Shape(LoadTestShape):
    abstract = True


@events.init.add_listener
def on_init(environment, **kwargs):
    if isinstance(environment.runner, WorkerRunner):
        return
    print([cls.__name__ for cls in environment.user_classes], sorted(environment.user_classes_by_name))
    print(sorted(environment.available_user_classes or {}), environment.available_shape_classes)
    tasks = environment.available_user_tasks or {}
    print({name: [item.__name__ for item in items] for name, items in sorted(tasks.items())})
    print(environment.shape_class, environment.tags, environment.exclude_tags, environment.catch_exceptions)
    print(environment.locustfile, environment.profile, environment.process_exit_code, environment.web_ui)
    print([str(path).split("/")[-1] for path in environment.parsed_locustfiles], environment.worker_logs)
    print(environment.stop_timeout, environment.reset_stats, bool(environment.host))
    environment.update_user_class({"user_class_name": "Heavy", "weight": 2, "tasks": ["seldom"], "colour": "red"})
    print(Heavy.weight, [item.__name__ for item in Heavy.tasks], Heavy.colour, Heavy.json()["weight"])
    try:
        environment.update_user_class({"user_class_name": "Nobody"})
    except KeyError as error:
        print("KeyError", error)
    environment.assign_equal_weights()
    print([(cls.__name__, cls.weight, len(cls.tasks)) for cls in environment.user_classes])
    print(Light.fullname(), sorted(Light.json()), sorted(Light.json()["tasks"]))
    runner = environment.runner
    print(type(runner).__name__, runner.state, runner.user_count, runner.target_user_count, runner.user_classes_count)
    print(runner.worker_index, runner.worker_count, runner.errors, runner.exceptions)
    for name in ("create_local_runner", "create_master_runner"):
        try:
            getattr(environment, name)()
        except Exception as error:
            print(type(error).__name__, str(error)[:33])
