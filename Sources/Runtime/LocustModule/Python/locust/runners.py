import _engine

STATE_INIT, STATE_SPAWNING, STATE_RUNNING, STATE_CLEANUP, STATE_STOPPING, STATE_STOPPED, STATE_MISSING = (
    "ready", "spawning", "running", "cleanup", "stopping", "stopped", "missing",
)


class Runner:
    def __init__(self, environment):
        self.environment = environment

    def quit(self):
        _engine.quit_run()

    @property
    def stats(self):
        return self.environment.stats

    @property
    def state(self):
        return _engine.run_state()

    @property
    def user_count(self):
        return _engine.user_count()

    @property
    def user_classes_count(self):
        return _engine.user_classes_count()

    @property
    def target_user_count(self):
        return _engine.target_user_count()


class LocalRunner(Runner):
    worker_index = 0
    worker_count = 1


class DistributedRunner(Runner):
    pass


class MasterRunner(DistributedRunner):
    pass


class WorkerRunner(DistributedRunner):
    def __init__(self, environment, worker_index):
        super().__init__(environment)
        self.worker_index = worker_index
