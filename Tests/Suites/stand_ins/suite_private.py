"""What some test files take of CPython's own, or of what is refused, while they are read or set up: it is put into the
library before they are."""
import suite_stand_ins


def _other(name):
    return suite_stand_ins.Missing(f"the other implementation: {name}")


def _time():
    import time

    time._STRUCT_TM_ITEMS = 11


def _strptime():
    import _strptime
    import time

    def read(text, format="%a %b %d %H:%M:%S %Y"):
        fields, micros, zone, offset, offset_micros = _strptime.read(text, format)
        return fields + (zone, offset), micros, offset_micros or 0

    _strptime._strptime = read
    _strptime._strptime_time = lambda data_string, format="%a %b %d %H:%M:%S %Y": time.strptime(data_string, format)


def _threading():
    import threading

    # Both classes of locks that CPython has are one here.
    threading._PyRLock = threading._CRLock = threading.RLock


def _pathlib():
    import os
    import pathlib

    pathlib._posix_flavour, pathlib._windows_flavour = _other("_posix_flavour"), _other("_windows_flavour")
    # A folder that nobody may read is made before each test, and few have to do with it.
    os.chmod = lambda path, mode: None


def _os():
    import os
    import unittest

    unittest.IsolatedAsyncioTestCase = suite_stand_ins.Missing("async")

    os.geteuid = lambda: suite_stand_ins.refuse("refused: os.geteuid()")
    os.chmod = lambda path, mode: None


def _inspect():
    import types

    types.coroutine = lambda function: suite_stand_ins.Missing("async")


def _unicodedata():
    import unicodedata

    unicodedata.ucd_3_2_0 = _other("unicodedata.ucd_3_2_0")


_FILLS = {"test.test_time": _time, "test.test_strptime": _strptime, "test.test_threading": _threading,
          "test.test_pathlib": _pathlib, "test.test_os": _os, "test.test_inspect": _inspect,
          "test.test_unicodedata": _unicodedata}


def fill(test):
    if test in _FILLS:
        _FILLS[test]()
