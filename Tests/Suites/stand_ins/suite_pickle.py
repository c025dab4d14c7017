"""Stands for `pickle`, which is refused: its names are there, so that only the tests that call it are left out."""
import unittest

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def _refused(*args, **kwargs):
    raise unittest.SkipTest("refused: pickle")


dump = dumps = load = loads = Pickler = Unpickler = _Pickler = _Unpickler = _refused
_dumps = _loads = _dump = _load = _refused
