"""What a spec can have here that Locust has not."""

import _engine
from katydid import metrics


def check(name, condition):
    """Counts whether something is as it should be; unlike an `assert` it ends nothing. Gives whether it was.

    A condition that is a function is called; what it raises counts as a failed check and goes on its way.
    """
    if callable(condition):
        try:
            condition = condition()
        except Exception:
            _engine.add_metric("check", name, False, False)
            raise
    passed = bool(condition)
    _engine.add_metric("check", name, passed, False)
    return passed
