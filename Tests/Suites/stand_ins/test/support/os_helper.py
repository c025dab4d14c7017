import collections.abc
import contextlib
import os
import unittest

import suite_stand_ins

TESTFN = "@test_" + str(os.getpid())
TESTFN_ASCII = TESTFN_UNICODE = TESTFN_NONASCII = TESTFN
TESTFN_UNDECODABLE = TESTFN_UNENCODABLE = None
FS_NONASCII = ""
SAVEDCWD = os.getcwd()


def unlink(name):
    try:
        os.remove(name)
    except (OSError, AttributeError):
        pass


def rmdir(name):
    try:
        os.rmdir(name)
    except (OSError, AttributeError):
        pass


def rmtree(name):
    for folder, _, names in os.walk(name, topdown=False):
        for each in names:
            unlink(os.path.join(folder, each))
        rmdir(folder)


def fs_is_case_insensitive(directory):
    return False


def can_chmod():
    return False


def _longpath(path):
    return path


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    raise unittest.SkipTest("refused: other folders")
    yield


temp_dir = change_cwd = temp_cwd


def create_empty_file(name):
    with open(name, "wb"):
        pass


def can_symlink():
    return False


def skip_unless_symlink(test):
    return unittest.skip("refused: links")(test)


skip_unless_xattr = skip_unless_working_chmod = skip_unless_symlink


def skip_if_dac_override(test):
    return unittest.skip("refused: rights of files")(test)


class FakePath:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type):
            raise self.path
        return self.path


class EnvironmentVarGuard(collections.abc.MutableMapping):
    """The environment, which is afterwards as it was."""

    def __enter__(self):
        self._before = dict(os.environ)
        return self

    def __exit__(self, *details):
        for name in list(os.environ):
            if name not in self._before:
                del os.environ[name]
        os.environ.update(self._before)

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        os.environ[name] = value

    def __delitem__(self, name):
        os.environ.pop(name, None)

    def __iter__(self):
        return iter(os.environ)

    def __len__(self):
        return len(os.environ)

    set = __setitem__
    unset = __delitem__

    def copy(self):
        return dict(os.environ)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return suite_stand_ins.Missing(f"os_helper.{name}")
