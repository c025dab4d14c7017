from _refusals import refuser as _refuser
from gevent._hub import BlockingSwitchOutError, LoopExit
from gevent.greenlet import GreenletExit, getcurrent, iwait, spawn_raw, wait


def sleep(seconds=0, ref=True):
    import gevent

    gevent.sleep(seconds)


__getattr__ = _refuser(__name__, "the loop is Katydid's own")
