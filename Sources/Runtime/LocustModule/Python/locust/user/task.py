import _engine
from locust.exception import (
    InterruptTaskSet, MissingWaitTimeError, RescheduleTask, RescheduleTaskImmediately, StopTest, StopUser,
)

LOCUST_STATE_RUNNING, LOCUST_STATE_WAITING, LOCUST_STATE_STOPPING = "running", "waiting", "stopping"


def task(weight=1):
    def decorate(function):
        if function.__name__ in ("on_stop", "on_start"):
            # Reading `logging` takes a fifth of the start-up; few specs get here.
            import logging

            logging.warning(
                "You have tagged your on_stop/start function with @task. This will make the method get called both "
                "as a task AND on stop/start."
            )
        if function.__name__ == "run":
            raise Exception(
                "User.run() is a method used internally by Locust, and you must not override it or register it as a task"
            )
        function.locust_task_weight = weight
        return function

    if callable(weight):
        function, weight = weight, 1
        return decorate(function)
    return decorate


def tag(*tags):
    if not tags or callable(tags[0]):
        raise ValueError("No tag name was supplied")

    def decorate(decorated):
        if hasattr(decorated, "tasks"):
            decorated.tasks = [tag(*tags)(inner) for inner in decorated.tasks]
        else:
            decorated.locust_tag_set = getattr(decorated, "locust_tag_set", set()) | set(tags)
        return decorated

    return decorate


def _scale(weighted):
    """Pairs of task and weight as a flat list; fractions are scaled up to whole numbers."""
    if all(isinstance(weight, int) for _, weight in weighted):
        factor = 1
    else:
        factor = next(
            (f for f in (1, 2, 4, 5, 10, 20, 100, 1000)
             if all(abs(weight * f - round(weight * f)) < 1e-9 for _, weight in weighted)),
            1000,
        )
    flat = []
    for item, weight in weighted:
        flat += [item] * round(weight * factor)
    return flat


def collect_tasks(cls):
    """The tasks of a class: those of its bases, of its `tasks` attribute, and its decorated members, in this order."""
    inherited = []
    for base in cls.__bases__:
        inherited += getattr(base, "tasks", None) or []
    own = cls.__dict__
    weighted = []
    declared = own.get("tasks")
    if declared is not None:
        for item in declared.items() if isinstance(declared, dict) else declared:
            weighted.append(item if isinstance(item, tuple) else (item, 1))
    for item in own.values():
        weight = getattr(item, "locust_task_weight", None)
        if weight is not None:
            weighted.append((item, weight))
    return inherited + _scale(weighted)


def filter_tasks_by_tags(holder, tags=None, exclude_tags=None, checked=None, changes=None, warns=True):
    """Leaves in a class, and in the task sets in it, only tasks that have one of `tags` and none of `exclude_tags`.

    Each holder with its tasks before and after is added to the list `changes`.
    """
    if checked is None:
        checked = {}
    kept = []
    for item in holder.tasks:
        if item not in checked:
            if hasattr(item, "tasks"):
                filter_tasks_by_tags(item, tags, exclude_tags, checked, changes, warns)
                checked[item] = bool(item.tasks) or getattr(item, "is_markov", False)
            else:
                own = getattr(item, "locust_tag_set", set())
                checked[item] = (tags is None or bool(own & tags)) and not (exclude_tags and own & exclude_tags)
        if checked[item]:
            kept.append(item)
    if changes is not None:
        changes.append((holder, holder.tasks, kept))
    holder.tasks = kept
    if warns and not kept and not getattr(holder, "is_markov", False):
        import logging

        logging.warning(f"{holder.__name__} had no tasks left after filtering, instantiating it will fail!")


class TaskSet:
    tasks = []
    min_wait = None
    max_wait = None
    wait_function = None

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tasks = cls._collect_tasks()

    @classmethod
    def _collect_tasks(cls):
        return collect_tasks(cls)

    def __init__(self, parent):
        self._task_queue = []
        self._parent = parent
        self._user = parent._user if isinstance(parent, TaskSet) else parent
        if not self.min_wait:
            self.min_wait = self._user.min_wait
        if not self.max_wait:
            self.max_wait = self._user.max_wait
        if not self.wait_function:
            self.wait_function = self._user.wait_function
        if hasattr(self._user, "_run_setup_once"):
            self._user._run_setup_once(self)

    @property
    def user(self):
        return self._user

    @property
    def locust(self):
        _engine.note_legacy("self.locust", "self.user")
        return self._user

    @property
    def parent(self):
        return self._parent

    @property
    def client(self):
        return self._user.client

    def on_start(self):
        pass

    def on_stop(self):
        pass

    run = _engine.run_task_set
    wait = _engine.wait
    get_next_task = _engine.get_next_task
    execute_task = _engine.execute_task

    def wait_time(self):
        return _engine.wait_time(self)

    def execute_next_task(self):
        self.execute_task(self._task_queue.pop(0))

    def schedule_task(self, task_callable, first=False):
        if first:
            self._task_queue.insert(0, task_callable)
        else:
            self._task_queue.append(task_callable)

    def interrupt(self, reschedule=True):
        raise InterruptTaskSet(reschedule)


class DefaultTaskSet(TaskSet):
    pass
