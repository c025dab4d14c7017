import contextlib
import unittest

import suite_stand_ins


def import_module(name, deprecated=False, *, required_on=()):
    # Made by the runner: the modules that tests ask for by name, which a spec can't.
    import suite_modules

    module = suite_modules.MODULES.get(name)
    if module is None:
        raise unittest.SkipTest(f"refused: module {name!r}")
    return module


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    # There is one implementation of each module: it stands for the one in C.
    try:
        module = import_module(name)
    except unittest.SkipTest:
        module = None
    return suite_stand_ins.OtherImplementation(module, name) if blocked else module


@contextlib.contextmanager
def isolated_modules():
    yield


class CleanImport:
    def __init__(self, *names, usefrozen=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class DirsOnSysPath(CleanImport):
    pass


def make_legacy_pyc(source):
    raise unittest.SkipTest("implementation: bytecode files")


def unload(name):
    pass


def forget(name):
    pass


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return suite_stand_ins.Missing(f"import_helper.{name}")
