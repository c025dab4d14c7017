from gevent._hub import BlockingSwitchOutError, LoopExit
from greenlet import GreenletExit


class ConcurrentObjectUseError(AssertionError):
    pass


class InvalidSwitchError(AssertionError):
    pass
