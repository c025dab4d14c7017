from locust import user
from locust.contrib.fasthttp import FastHttpLocust, FastHttpUser
from locust.debug import run_single_user
from locust.event import Events as _Events, events
from locust.shape import LoadTestShape
from locust.user import wait_time
from locust.user.markov_taskset import MarkovTaskSet, transition, transitions
from locust.user.sequential_taskset import SequentialTaskSet, TaskSequence, seq_task
from locust.user.task import TaskSet, tag, task
from locust.user.users import HttpLocust, HttpUser, Locust, User
from locust.user.wait_time import between, constant, constant_pacing, constant_throughput, poisson

__version__ = "2.47.0"
__all__ = (
    "FastHttpLocust", "FastHttpUser", "HttpLocust", "HttpUser", "LoadTestShape", "Locust", "MarkovTaskSet",
    "SequentialTaskSet", "TaskSet", "TaskSequence", "User", "__version__", "between", "constant", "constant_pacing",
    "constant_throughput", "events", "poisson", "run_single_user", "seq_task", "tag", "task", "transition",
    "transitions", "wait_time",
)
