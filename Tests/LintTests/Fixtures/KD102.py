from __future__ import annotations

import os  # bad: 8
import random, string  # bad: 16
import urllib.parse
from locust import HttpUser, between, task  # bad: 30
from typing import List

from users import Member

try:
    import json
except ImportError:
    json = None


def f(names: "List[str]"):
    import time  # bad: 12
    return random.choice(names), HttpUser, task, urllib.parse.quote("x")
