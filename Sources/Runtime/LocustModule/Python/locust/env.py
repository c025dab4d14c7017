import _engine
from locust.exception import RunnerAlreadyExistsError
from locust.user.task import TaskSet, filter_tasks_by_tags

# For annotations; few specs have them.
_late = {"locust._runner_type": ("RunnerType",)}

# The command line without any option, by the names that specs know.
_defaults = {
    "headless": False, "tags": None, "exclude_tags": None, "config": None, "config_users": None, "list_commands": False,
    "web_host": "", "web_port": 8089, "autostart": False, "autoquit": -1, "web_login": False, "web_base_path": "",
    "tls_cert": "", "tls_key": "", "class_picker": False, "userclass_picker": False, "master": False,
    "master_bind_host": "*", "master_bind_port": 5557, "expect_workers": 1, "expect_workers_max_wait": 0,
    "enable_rebalancing": False, "worker": False, "processes": None, "master_host": "127.0.0.1", "master_port": 5557,
    "csv_prefix": None, "stats_history_enabled": False, "print_stats": False, "only_summary": False, "html_file": None,
    "json": False, "json_file": None, "skip_log_setup": False, "loglevel": "INFO", "logfile": None,
    "show_task_ratio": False, "show_task_ratio_json": False, "exit_code_on_error": 1, "equal_weights": False,
    "profile": None, "headful": False, "otel": False, "web_host_display_name": None,
    # Options that no command line of today has set.
    "build_path": "", "web_auth": None, "legacy_ui": False, "slave": None, "expect_slaves": None,
}


class Options:
    """The command line as specs see it: `environment.parsed_options`."""

    def __init__(self, **values):
        for name, value in _defaults.items():
            setattr(self, name, value)
        for name, value in values.items():
            setattr(self, name, value)

    def __contains__(self, name):
        return name in self.__dict__

    def __eq__(self, other):
        return isinstance(other, Options) and vars(self) == vars(other)

    def __repr__(self):
        return "Namespace(%s)" % ", ".join(f"{name}={value!r}" for name, value in sorted(vars(self).items()))


class Environment:
    """What a spec sees of the run it is part of."""

    def __init__(
        self, *, user_classes=None, shape_class=None, tags=None, locustfile=None, exclude_tags=None, events=None,
        host=None, reset_stats=None, stop_timeout=None, catch_exceptions=True, parsed_options=None,
        parsed_locustfiles=None, available_user_classes=None, available_shape_classes=None, available_user_tasks=None,
        dispatcher_class=None, profile=None,
    ):
        if dispatcher_class is not None:
            raise NotImplementedError("a dispatcher_class of one's own is not supported: users are dispatched by weight")
        if events is None:
            from locust.event import Events

            events = Events()
        self.events = events
        self.host = host
        self.locustfile = locustfile
        self.parsed_options = parsed_options
        self.user_classes = user_classes or []
        self.shape_class = shape_class
        self.tags = tags
        self.exclude_tags = exclude_tags
        self.reset_stats = getattr(parsed_options, "reset_stats", False) if reset_stats is None else reset_stats
        if stop_timeout is None:
            stop_timeout = float(getattr(parsed_options, "stop_timeout", 0.0))
        self.stop_timeout = stop_timeout
        self.catch_exceptions = catch_exceptions
        self.parsed_locustfiles = parsed_locustfiles
        self.available_user_classes = available_user_classes
        self.available_shape_classes = available_shape_classes
        if available_user_tasks is None:
            available_user_tasks = {name: cls.tasks for name, cls in (available_user_classes or {}).items()}
        self.available_user_tasks = available_user_tasks
        self.profile = profile
        self.runner = None
        self._role = None
        self.web_ui = None
        self.process_exit_code = None
        self.worker_logs = {}
        self.stats = _engine.stats()
        self._filter = None
        self._filtered = []
        # The host and the time that whoever leads has told last.
        self._told = (host, self.stop_timeout)
        self._drop_weightless()

    def _drop_weightless(self):
        if self.user_classes:
            kept = [cls for cls in self.user_classes if cls.weight > 0 or cls.fixed_count > 0]
            if not kept:
                raise ValueError("There are no users with weight > 0.")
            self.user_classes[:] = kept

    @property
    def user_classes_by_name(self):
        return {cls.__name__: cls for cls in self.user_classes}

    def _describe_version(self, user_classes, available_user_classes, available_shape_classes, shape_class, options):
        """The attributes that tell of one version of the spec."""
        return {
            "user_classes": user_classes,
            "available_user_classes": available_user_classes,
            "available_user_tasks": {name: cls.tasks for name, cls in available_user_classes.items()},
            "available_shape_classes": available_shape_classes,
            "shape_class": shape_class,
            "parsed_options": options,
            "_filter": None,
            "_filtered": [],
        }

    def _exchange(self, attributes):
        """Sets attributes and gives those from before."""
        before = {name: getattr(self, name) for name in attributes}
        for name, value in attributes.items():
            setattr(self, name, value)
        return before

    def update_user_class(self, user_settings):
        name = user_settings.get("user_class_name")
        cls = self.available_user_classes[name]
        for key, value in user_settings.items():
            if key == "tasks":
                cls.tasks = [task for task in self.available_user_tasks[name] if task.__name__ in value]
            elif key != "user_class_name":
                setattr(cls, key, value)
        if self._role == "master":
            self.runner.send_message("update_user_class", user_settings)

    def assign_equal_weights(self):
        for cls in self.user_classes:
            cls.weight = 1
            flat = []
            _flatten(cls.tasks, flat)
            cls.tasks = flat

    def _filter_tasks_by_tags(self):
        tags = self.tags or getattr(self.parsed_options, "tags", None) or None
        excluded = self.exclude_tags or getattr(self.parsed_options, "exclude_tags", None) or None
        if (tags, excluded) == self._filter:
            return
        # The last test may have had other tags.
        for holder, whole, kept in self._filtered:
            if holder.tasks is kept:
                holder.tasks = whole
        self._filter, self._filtered = (tags, excluded), []
        # Without tags, too, there may be nothing to do. Whoever leads has the same classes, and says it once.
        warns = self._role != "worker"
        for cls in self.user_classes:
            filter_tasks_by_tags(
                cls, set(tags) if tags else None, set(excluded) if excluded else None, None, self._filtered, warns
            )

    def _tags(self):
        found, seen = set(), set()

        def look(holder):
            for item in holder.tasks:
                if item not in seen:
                    seen.add(item)
                    found.update(getattr(item, "locust_tag_set", ()))
                    if hasattr(item, "tasks"):
                        look(item)

        for cls in self.user_classes:
            look(cls)
        # Tasks that tags leave out now have theirs, too.
        for holder, whole, kept in self._filtered:
            for item in whole:
                found.update(getattr(item, "locust_tag_set", ()))
        return sorted(found)

    # Running without the command line.

    def create_local_runner(self):
        self._refuse_runner("create_local_runner")

    def create_master_runner(self, master_bind_host="*", master_bind_port=5557):
        self._refuse_runner("create_master_runner")

    def create_worker_runner(self, master_host, master_port):
        self._refuse_runner("create_worker_runner")

    def create_web_ui(self, *args, **kwargs):
        self._refuse_runner("create_web_ui")

    def _refuse_runner(self, name):
        if self.runner is not None and name != "create_web_ui":
            raise RunnerAlreadyExistsError(f"Environment.runner already exists ({self.runner})")
        raise NotImplementedError(
            f"Environment.{name}() is not supported: a test is run by the command line. Put the user classes into a "
            "locustfile and run: katydid -f FILE --headless (or run_single_user(CLASS) to try one user)"
        )

    # What the engine calls.

    def __getattr__(self, name):
        if name != "runner":
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
        # Reading that module takes a tenth of the start-up, and few specs ask.
        from locust.runners import LocalRunner, MasterRunner, WorkerRunner

        if self._role == "worker":
            self.runner = WorkerRunner(self, self._worker_index)
        else:
            self.runner = MasterRunner(self) if self._role == "master" else LocalRunner(self)
        return self.runner

    def _begin(self, role, worker_index):
        self._role, self._worker_index = role, worker_index
        # From now on it is made when it is first asked for.
        del self.runner
        if role != "local":
            # --processes makes a master, too.
            self.parsed_options.master = role == "master"
        if self.shape_class is not None:
            self.shape_class.runner = self.runner

    def _prepare(self):
        self._filter_tasks_by_tags()
        options = self.parsed_options
        starts_by_itself = options.autostart or options.headless and not options.headful
        if starts_by_itself and self.shape_class is None:
            options.num_users = 1 if options.num_users is None else options.num_users
            options.spawn_rate = 1 if options.spawn_rate is None else options.spawn_rate

    def _give_hosts(self):
        if self.host:
            for cls in self.user_classes:
                cls.host = self.host

    def _classes_to_run(self):
        return list(self.user_classes)

    def _wishes(self):
        """What listeners of `init` may have made of the command line, as far as it still counts then."""
        options = self.parsed_options
        wishes = {}
        for name in ("num_users", "spawn_rate", "run_time", "exit_code_on_error"):
            value = wishes[name] = getattr(options, name, None)
            if value is not None and not isinstance(value, (int, float)):
                raise TypeError(f"parsed_options.{name} must be a number, not '{type(value).__name__}'")
        return wishes

    def _shared_options(self):
        return {name: value for name, value in vars(self.parsed_options).items() if _is_plain(value)}

    def _take_options(self, options, host, stop_timeout):
        # What a worker's listener has set stays until whoever leads says something new.
        leads = self._role != "worker"
        if leads or host != self._told[0]:
            self.host = host
        if leads or stop_timeout != self._told[1]:
            self.stop_timeout = stop_timeout
        self._told = (host, stop_timeout)
        for name, value in (options or {}).items():
            if name not in _defaults and name not in _of_process or name in ("expect_workers", "tags", "exclude_tags"):
                setattr(self.parsed_options, name, value)


# Options that each process has from its own command line.
_of_process = (
    "host", "num_users", "spawn_rate", "run_time", "stop_timeout", "reset_stats", "locustfile", "user_classes",
)


def _is_plain(value):
    if isinstance(value, (list, tuple)):
        return all(_is_plain(item) for item in value)
    if isinstance(value, dict):
        return all(_is_plain(item) for item in value.values())
    return value is None or isinstance(value, (bool, int, float, str))


def _flatten(tasks, flat):
    for task in tasks:
        if isinstance(task, type) and issubclass(task, TaskSet):
            _flatten(task.tasks, flat)
        elif task not in flat:
            flat.append(task)
