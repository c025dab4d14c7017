import _engine
from locust.exception import LocustError
from locust.user.task import TaskSet


def seq_task(order):
    """The decorator before 1.0: its number orders the tasks of a `TaskSequence`."""
    _engine.note_legacy("@seq_task", "SequentialTaskSet with @task, in the order of declaration")

    def decorate(function):
        function.locust_task_order = order
        if not hasattr(function, "locust_task_weight"):
            function.locust_task_weight = 1
        return function

    return decorate


class SequentialTaskSet(TaskSet):
    @classmethod
    def _collect_tasks(cls):
        tasks = []
        for base in cls.__bases__:
            tasks += getattr(base, "tasks", None) or []
        for name, value in cls.__dict__.items():
            if name == "tasks":
                if isinstance(value, list):
                    tasks += value
                elif isinstance(value, dict):
                    for item, weight in value.items():
                        tasks += [item] * weight
                else:
                    raise ValueError("The 'tasks' attribute can only be set to list or dict")
            weight = getattr(value, "locust_task_weight", None)
            if weight is not None:
                tasks += [value] * weight
        return tasks

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._next_task_index = 0

    def get_next_task(self):
        if not self.tasks:
            raise LocustError(
                "No tasks defined. Use the @task decorator or set the 'tasks' attribute of the SequentialTaskSet"
            )
        index = self._next_task_index % len(self.tasks)
        self._next_task_index = index + 1
        return self.tasks[index]


class TaskSequence(SequentialTaskSet):
    """`SequentialTaskSet` before 1.0: the order is that of `@seq_task`."""

    def __init_subclass__(cls, **kwargs):
        _engine.note_legacy("TaskSequence", "SequentialTaskSet")
        super().__init_subclass__(**kwargs)

    @classmethod
    def _collect_tasks(cls):
        return sorted(super()._collect_tasks(), key=lambda item: getattr(item, "locust_task_order", 1))
