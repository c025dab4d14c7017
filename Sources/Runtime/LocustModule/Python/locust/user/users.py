import _engine
from locust.clients import HttpSession
from locust.exception import CatchResponseError, StopTest, StopUser
from locust.user.rest import RestMixin
from locust.user.task import (
    LOCUST_STATE_RUNNING, LOCUST_STATE_STOPPING, LOCUST_STATE_WAITING, DefaultTaskSet, TaskSet, collect_tasks,
)
from locust.user.wait_time import constant


class User:
    host = None
    min_wait = None
    max_wait = None
    wait_time = constant(0)
    wait_function = None
    tasks = []
    weight = 1
    fixed_count = 0
    abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        own = cls.__dict__
        # `task_set = X` is how `tasks = [X]` was written before 1.0.
        if own.get("task_set") is not None:
            _engine.note_legacy("task_set", "tasks = [%s]" % own["task_set"].__name__)
            if own.get("tasks") is None:
                cls.tasks = [own["task_set"]]
        if own.get("min_wait") is not None or own.get("wait_function") is not None:
            _engine.note_legacy("min_wait, max_wait and wait_function, in ms", "wait_time = between(1, 2), in seconds")
        cls.tasks = collect_tasks(cls)
        if not own.get("abstract"):
            cls.abstract = False

    def __init__(self, environment):
        super().__init__()
        self.environment = environment

    def on_start(self):
        pass

    def on_stop(self):
        pass

    # What a user does, which is private in Locust; specs look at it all the same.
    @property
    def _state(self):
        return _engine.user_state(self)

    @_state.setter
    def _state(self, state):
        if state != LOCUST_STATE_STOPPING:
            raise AttributeError("_state can be set to LOCUST_STATE_STOPPING only; self.stop() does the same")
        self.stop()

    run = _engine.run_user
    wait = _engine.wait
    stop = _engine.stop_user

    def start(self, group):
        raise NotImplementedError("users are started by the run: see environment.runner.start(user_count, spawn_rate)")

    def context(self):
        return {}

    @classmethod
    def json(cls):
        return {
            "host": cls.host,
            "weight": cls.weight,
            "fixed_count": cls.fixed_count,
            "tasks": [task.__name__ for task in cls.tasks],
        }

    @classmethod
    def fullname(cls):
        return ".".join(part for part in (cls.__module__ + "." + cls.__qualname__).split(".") if part != "<locals>")


def _need_host(user):
    if user.host is None:
        raise StopTest(
            "You must specify the base host. Either in the host attribute in the User class, or on the command "
            "line using the --host option."
        )


class HttpUser(User, RestMixin):
    abstract = True
    pool_manager = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _need_host(self)
        self.client = HttpSession(
            self.host, self.environment.events.request, self, pool_manager=self.pool_manager
        )
        self.client.trust_env = False
