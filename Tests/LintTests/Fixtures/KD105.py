import time
import json
from locust import task


def f():
    time = 3  # bad: 5
    return time


def task(x):  # bad: 5
    return x


def g(json):
    return json


for json in []:  # bad: 5
    pass
