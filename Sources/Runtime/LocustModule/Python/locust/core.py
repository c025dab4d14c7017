"""Where users and task sets were before 1.0."""

from locust.user.sequential_taskset import TaskSequence, seq_task
from locust.user.task import TaskSet, task
from locust.user.legacy import HttpLocust, Locust
