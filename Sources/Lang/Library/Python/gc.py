"""The collector decides by itself when to run; what can be asked is here. It doesn't say how much it found."""
from _weakref import collect as _collect

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_enabled = True


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    _collect()
    return 0


def get_threshold():
    return 700, 10, 10


def set_threshold(threshold0, threshold1=10, threshold2=10):
    pass


def get_count():
    return 0, 0, 0


def get_debug():
    return 0


def set_debug(flags):
    pass


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def is_finalized(obj, /):
    return False


def get_objects(generation=None):
    return []


def get_referrers(*objs):
    return []


def get_referents(*objs):
    return []


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, type(None)))
