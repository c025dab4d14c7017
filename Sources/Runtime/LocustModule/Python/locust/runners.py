import _engine
from locust.util.late import late

__getattr__ = late("locust.runners", {"logger": "locust.runners"})

STATE_INIT, STATE_SPAWNING, STATE_RUNNING, STATE_CLEANUP, STATE_STOPPING, STATE_STOPPED, STATE_MISSING = (
    "ready", "spawning", "running", "cleanup", "stopping", "stopped", "missing",
)

# Locust's times in seconds, for reading: those of the swarm here are set by nothing.
WORKER_REPORT_INTERVAL = 3.0
WORKER_LOG_REPORT_INTERVAL = 10
CPU_MONITOR_INTERVAL = 10.0
CPU_WARNING_THRESHOLD = 90
HEARTBEAT_INTERVAL = 1
HEARTBEAT_LIVENESS = 3
HEARTBEAT_DEAD_INTERNAL = -60
MASTER_HEARTBEAT_TIMEOUT = 60
FALLBACK_INTERVAL = 5
CONNECT_TIMEOUT = 5
CONNECT_RETRY_COUNT = 60


class Message:
    def __init__(self, message_type, data, node_id):
        self.type = message_type
        self.data = data
        self.node_id = node_id

    def __repr__(self):
        return f"<Message {self.type}:{self.node_id}>"


class Runner:
    def __init__(self, environment):
        self.environment = environment
        self.custom_messages = {}

    def start(self, user_count, spawn_rate, wait=False, user_classes=None):
        if user_classes is not None:
            user_classes = [cls.__name__ for cls in user_classes]
        _engine.start_run(user_count, spawn_rate, user_classes)

    def stop(self):
        _engine.stop_run()

    def quit(self):
        _engine.quit_run()

    def register_message(self, msg_type, listener, concurrent=False):
        if msg_type in self.custom_messages:
            raise Exception(f"Tried to register listener method for {msg_type}, but it already had a listener!")
        self.custom_messages[msg_type] = (listener, concurrent)

    def send_message(self, msg_type, data=None, client_id=None):
        _engine.send_message(msg_type, data, client_id)

    def _receive(self, msg_type, data, node_id):
        known = self.custom_messages.get(msg_type)
        if known is None:
            return False
        listener, concurrent = known
        message = Message(msg_type, data, node_id)
        if concurrent:
            import gevent

            gevent.spawn(self._call, listener, message)
        else:
            self._call(listener, message)
        return True

    def _call(self, listener, message):
        try:
            listener(environment=self.environment, msg=message)
        except Exception as error:
            import logging

            logging.error(
                "Uncaught exception in handler for %s\n%s", message.type, _engine.format_exception(error)
            )

    @property
    def user_classes(self):
        return self.environment.user_classes

    @property
    def user_classes_by_name(self):
        return self.environment.user_classes_by_name

    @property
    def stats(self):
        return self.environment.stats

    @property
    def errors(self):
        return self.stats.errors

    @property
    def exceptions(self):
        return _engine.exceptions()

    @property
    def state(self):
        return _engine.run_state()

    @property
    def user_count(self):
        return _engine.user_count()

    @property
    def user_classes_count(self):
        counts = {cls.__name__: 0 for cls in self.user_classes}
        counts.update(_engine.user_classes_count())
        return counts

    @property
    def target_user_count(self):
        return _engine.target_user_count()

    @property
    def client_id(self):
        return _engine.node_id()

    @property
    def current_cpu_usage(self):
        return _engine.usage()[0]

    @property
    def current_memory_usage(self):
        return _engine.usage()[1]


class WorkerNode:
    """A worker as the master sees it."""

    def __init__(self, id, index, state, user_classes_count, cpu_usage, memory_usage):
        self.id = id
        self.index = index
        self.state = state
        self.user_classes_count = user_classes_count
        self.cpu_usage = cpu_usage
        self.memory_usage = memory_usage

    @property
    def user_count(self):
        return sum(self.user_classes_count.values())


class WorkerNodes:
    """The workers by their names, as they are at the moment of asking."""

    def _nodes(self):
        return {node[0]: WorkerNode(*node) for node in _engine.workers()}

    def __getitem__(self, id):
        return self._nodes()[id]

    def __iter__(self):
        return iter(self._nodes())

    def __len__(self):
        return len(self._nodes())

    def __contains__(self, id):
        return id in self._nodes()

    def get(self, id, default=None):
        return self._nodes().get(id, default)

    def keys(self):
        return self._nodes().keys()

    def values(self):
        return self._nodes().values()

    def items(self):
        return self._nodes().items()

    def get_by_state(self, state):
        return [node for node in self.values() if node.state == state]

    @property
    def all(self):
        return self.values()

    @property
    def ready(self):
        return self.get_by_state(STATE_INIT)

    @property
    def spawning(self):
        return self.get_by_state(STATE_SPAWNING)

    @property
    def running(self):
        return self.get_by_state(STATE_RUNNING)

    @property
    def missing(self):
        return self.get_by_state(STATE_MISSING)


class _Leading(Runner):
    """What a runner can do that leads workers."""

    def __init__(self, environment):
        super().__init__(environment)
        self.clients = WorkerNodes()

    @property
    def worker_count(self):
        return sum(node.state in (STATE_INIT, STATE_SPAWNING, STATE_RUNNING) for node in self.clients.values())

    @property
    def reported_user_classes_count(self):
        return _engine.user_classes_count()

    def get_worker_index(self, client_id):
        return self.clients[client_id].index


class DistributedRunner(Runner):
    pass


class MasterRunner(_Leading, DistributedRunner):
    pass


class LocalRunner(_Leading):
    """The process that leads a run on one machine. Its users run in workers, which have a `WorkerRunner`."""

    worker_index = 0
    # Locust's local runner is its only worker.
    worker_count = 1

    def send_message(self, msg_type, data=None, client_id=None):
        # Locust's local runner is its own worker and doesn't look at `client_id`: who has registered here, too, hears
        # the message.
        if client_id not in self.clients:
            client_id = None
        super().send_message(msg_type, data, client_id)
        if client_id is None:
            self._receive(msg_type, data, "local")


class WorkerRunner(DistributedRunner):
    def __init__(self, environment, worker_index):
        super().__init__(environment)
        self.worker_index = worker_index

    def start(self, user_count, spawn_rate, wait=False, user_classes=None):
        raise NotImplementedError("use start_worker")


# The names before 1.0.
LocustRunner = Runner
LocalLocustRunner = LocalRunner
MasterLocustRunner = MasterRunner
SlaveLocustRunner = WorkerRunner
