from locust import HttpUsr, task  # bad: 20
from random import randint, randit  # bad: 29
from urllib import parse
from os import path
from json import (
    dumps,
    laods,  # bad: 5
)

try:
    from locust import nothing
except ImportError:
    nothing = None
from numpy.random import randint as draw, laplace  # bad: 43
