"""What `import locust` alone makes reachable, whenever it is read."""
import sys

import locust
from parity import Once

print([name for name in (
    "argument_parser", "clients", "contrib", "debug", "env", "event", "exception", "log", "runners", "shape", "stats",
    "user", "util", "wait_time", "web",
) if type(getattr(locust, name, None)) is type(sys)])
print(locust.contrib.fasthttp.FastHttpUser is locust.FastHttpUser, locust.user.users.HttpUser is locust.HttpUser)
print(locust.user.markov_taskset.MarkovTaskSet is locust.MarkovTaskSet, locust.debug.run_single_user.__name__)
print(locust.stats.CONSOLE_STATS_INTERVAL_SEC, locust.runners.STATE_RUNNING, locust.exception.StopUser.__name__)
print([name for name in ("FastHttpUser", "LoadTestShape", "SequentialTaskSet", "stats") if name not in dir(locust)])
print("locust" in sys.modules, sys.modules["locust"] is locust)
try:
    locust.HttpUsr
except AttributeError as error:
    print(error)
try:
    from locust import HttpUsr
except ImportError as error:
    print(str(error).split(" (")[0])
shown = [name for name in vars(locust) if name in ("SequentialTaskSet", "LoadTestShape", "run_single_user")]
print(sorted(shown))


class Asks(Once):
    def act(self):
        runner = self.environment.runner
        print(type(runner).__name__ in ("LocalRunner", "WorkerRunner"), runner is self.environment.runner)
        print(hasattr(self.environment, "nothing"))
