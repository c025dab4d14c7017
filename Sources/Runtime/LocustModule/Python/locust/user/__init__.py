from locust.user import wait_time
from locust.user.task import TaskSet, tag, task
from locust.user.users import HttpUser, User

_late = {
    "locust.user.markov_taskset": ("MarkovTaskSet", "transition", "transitions"),
    "locust.user.sequential_taskset": ("SequentialTaskSet",),
}
