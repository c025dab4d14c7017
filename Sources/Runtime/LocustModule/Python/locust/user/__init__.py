from locust.user import wait_time
from locust.user.markov_taskset import MarkovTaskSet, transition, transitions
from locust.user.sequential_taskset import SequentialTaskSet
from locust.user.task import TaskSet, tag, task
from locust.user.users import HttpUser, User
