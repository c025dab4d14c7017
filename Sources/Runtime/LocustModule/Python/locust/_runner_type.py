"""The type of a runner, for annotations."""

from typing import TypeVar

from locust.runners import Runner

RunnerType = TypeVar("RunnerType", bound=Runner)
