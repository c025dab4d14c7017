from locust.event import Events as _Events, events
from locust.user import wait_time
from locust.user.task import TaskSet, tag, task
from locust.user.users import HttpUser, User
from locust.user.wait_time import between, constant, constant_pacing, constant_throughput, poisson

# What is read when it is first asked for.
_late = {
    "locust.contrib.fasthttp": ("FastHttpLocust", "FastHttpUser"),
    "locust.debug": ("run_single_user",),
    "locust.shape": ("LoadTestShape",),
    "locust.user.legacy": ("HttpLocust", "Locust"),
    "locust.user.markov_taskset": ("MarkovTaskSet", "transition", "transitions"),
    "locust.user.sequential_taskset": ("SequentialTaskSet", "TaskSequence", "seq_task"),
}

__version__ = "2.47.0"
__all__ = (
    "FastHttpLocust", "FastHttpUser", "HttpLocust", "HttpUser", "LoadTestShape", "Locust", "MarkovTaskSet",
    "SequentialTaskSet", "TaskSet", "TaskSequence", "User", "__version__", "between", "constant", "constant_pacing",
    "constant_throughput", "events", "poisson", "run_single_user", "seq_task", "tag", "task", "transition",
    "transitions", "wait_time",
)
