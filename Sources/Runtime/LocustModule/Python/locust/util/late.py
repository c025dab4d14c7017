"""Names of modules that are there from the moment a spec asks for them: reading `logging` takes a fifth of the start-up."""

import _engine


def late(module, loggers):
    """A module's `__getattr__`.

    `loggers` are the loggers' names by those of the attributes; `global_stats` and `locust_runner` are what the
    statistics and the runner were called before 1.0.
    """

    def __getattr__(name):
        if name in loggers:
            import logging

            return logging.getLogger(loggers[name])
        if name == "global_stats":
            return _engine.stats()
        if name == "locust_runner":
            return _engine.runner()
        raise AttributeError(f"module {module!r} has no attribute {name!r}")

    return __getattr__
