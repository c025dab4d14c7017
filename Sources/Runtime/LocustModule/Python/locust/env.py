import _engine
from locust.runners import MasterRunner, WorkerRunner


class Options:
    """The command line as specs see it: `environment.parsed_options`."""

    def __init__(self, **values):
        self.headless = True
        self.tags = None
        self.exclude_tags = None
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return "Namespace(%s)" % ", ".join(f"{name}={value!r}" for name, value in sorted(vars(self).items()))


class Environment:
    """What a spec sees of the run it is part of."""

    def __init__(self, events, host, locustfile, parsed_options, user_classes):
        self.events = events
        self.host = host
        self.locustfile = locustfile
        self.parsed_options = parsed_options
        self.user_classes = user_classes
        self.reset_stats = parsed_options.reset_stats
        self.stop_timeout = parsed_options.stop_timeout
        self.runner = None
        self.web_ui = None
        self.shape_class = None
        self.process_exit_code = None
        self.catch_exceptions = True
        self.tags = None
        self.exclude_tags = None
        self.stats = _engine.stats()

    def _begin(self, worker_index):
        self.runner = MasterRunner(self) if worker_index is None else WorkerRunner(self, worker_index)

    @property
    def user_classes_by_name(self):
        return {cls.__name__: cls for cls in self.user_classes}
