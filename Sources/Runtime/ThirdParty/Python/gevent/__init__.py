"""Greenlets over the fibers on which users run: what one does while another waits is really done at the same time."""
import time as _time

from _refusals import refuser as _refuser
from greenlet import GreenletExit
from gevent import hub
from gevent.greenlet import (
    Greenlet, getcurrent, iwait, joinall, kill, killall, spawn, spawn_later, spawn_raw, wait,
)
from gevent.timeout import Timeout, with_timeout

__version__ = "24.11.1"
version_info = (24, 11, 1, "final", 0)


def sleep(seconds=0, ref=True):
    _time.sleep(max(0, seconds))


def idle(priority=0):
    _time.sleep(0)


def reinit(hub=None):
    pass


__getattr__ = _refuser(
    __name__, "there are spawn, sleep, joinall, Timeout and their like, and event, lock, pool, queue, local, monkey")
