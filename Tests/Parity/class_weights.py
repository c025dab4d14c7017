from locust import SequentialTaskSet, TaskSet, User, between, constant_throughput, poisson, tag, task
from parity import Once


def outer(holder):
    pass


def build(make):
    try:
        print(make.__name__, make())
    except Exception as error:
        print(make.__name__, type(error).__name__, error)


def task_named_run():
    class Runs(User):
        @task
        def run(self):
            pass


def task_named_on_start():
    class Starts(User):
        @task
        def on_start(self):
            pass


def no_throughput():
    return constant_throughput(0)


def no_rate():
    return poisson(0)


def empty_tag():
    @tag()
    def untagged():
        pass


def bare_tag():
    @tag
    def untagged():
        pass


def sequence_of_pairs():
    return len(type("Row", (SequentialTaskSet,), {"tasks": [(outer, 2)]}).tasks)


def sequence_of_weights():
    return len(type("Row", (SequentialTaskSet,), {"tasks": {outer: 2}}).tasks)


def sequence_of_nothing():
    return type("Row", (SequentialTaskSet,), {"tasks": 5})


def tasks_of_nothing():
    return type("Holder", (TaskSet,), {"tasks": 5})


def tasks_of_a_set():
    return len(type("Holder", (TaskSet,), {"tasks": {outer}}).tasks)


def tasks_without_weight():
    return len(type("Holder", (TaskSet,), {"tasks": [(outer, 0)]}).tasks)


def order():
    class Base(TaskSet):
        @task
        def first(self):
            pass

    class Derived(Base):
        tasks = [outer]

        @task(2)
        def second(self):
            pass

    return [item.__name__ for item in Derived.tasks]


def a_task_attribute():
    class Odd(User):
        task = 3

    return Odd.tasks


def a_text_as_weight():
    @task("a")
    def weighed():
        pass


def between_backwards():
    return 1 <= between(5, 1)(None) <= 5


class Builds(Once):
    def act(self):
        for make in (
            task_named_run, task_named_on_start, no_throughput, no_rate, empty_tag, bare_tag, sequence_of_pairs,
            sequence_of_weights, sequence_of_nothing, tasks_of_nothing, tasks_of_a_set, tasks_without_weight, order,
            a_task_attribute, a_text_as_weight, between_backwards,
        ):
            build(make)
