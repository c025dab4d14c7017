"""Users as they were before Locust 1.0."""
import _engine
from locust.user.users import HttpUser, User


def _given_nothing(init):
    """A user's `__init__` that takes no environment, as before 1.0."""

    def __init__(self, environment=None):
        if environment is not None:
            self.environment = environment
        init(self)

    return __init__


class _Legacy:
    """What users had before 1.0 and have no more: `setup` and `teardown`, run once for each class."""

    def __init_subclass__(cls, **kwargs):
        says = "abstract" in cls.__dict__
        super().__init_subclass__(**kwargs)
        if not cls.tasks and not says:
            # Only what had a task set was run.
            cls.abstract = True
        init = cls.__dict__.get("__init__")
        code = getattr(init, "__code__", None)
        if code is not None and code.co_argcount == 1 and not code.co_flags & 4:
            cls.__init__ = _given_nothing(init)

    def __init__(self, *args, **kwargs):
        if not args and not kwargs:
            args = (self.environment,)
        super().__init__(*args, **kwargs)
        self._run_setup_once(self)

    def _run_setup_once(self, holder):
        cls = type(holder)
        if "_was_set_up" in cls.__dict__:
            return
        cls._was_set_up = True
        setup = getattr(holder, "setup", None)
        teardown = getattr(holder, "teardown", None)
        if setup is not None:
            _engine.note_legacy("setup", "a listener of events.test_start")
            setup()
        if teardown is not None:
            _engine.note_legacy("teardown", "a listener of events.test_stop")
            self.environment.events.quitting.add_listener(lambda **kwargs: teardown())


class Locust(_Legacy, User):
    """`User` before 1.0."""

    abstract = True

    def __init_subclass__(cls, **kwargs):
        _engine.note_legacy("Locust", "User")
        super().__init_subclass__(**kwargs)


class HttpLocust(_Legacy, HttpUser):
    """`HttpUser` before 1.0."""

    abstract = True

    def __init_subclass__(cls, **kwargs):
        _engine.note_legacy("HttpLocust", "HttpUser")
        super().__init_subclass__(**kwargs)
