# differs: output: users run in a worker process, whose runner is a WorkerRunner
from parity import Once


class Looks(Once):
    def act(self):
        e = self.environment
        print(e.host.startswith("http://"), e.process_exit_code, e.web_ui, e.reset_stats, type(e.events).__name__)
        print([c.__name__ for c in e.user_classes], e.runner.user_count, e.runner.target_user_count, e.runner.state)
        print(type(e.runner).__name__, e.runner.user_classes_count)
