"""Stands for `tempfile`, which is refused: empty files and folders with new names, in the folder of the tests."""
import itertools
import os
import shutil

_numbers = itertools.count(1)
_close_other = os.close


def _close(fd):
    # What `mkstemp` gives in the place of an open file's number is none.
    if fd != -1:
        _close_other(fd)


os.close = _close


def mktemp(suffix="", prefix="tmp", dir=None):
    while True:
        path = os.path.join(os.getcwd() if dir is None else dir, f"{prefix}{next(_numbers)}_{os.getpid()}{suffix}")
        if not os.path.exists(path):
            return path


def mkstemp(suffix="", prefix="tmp", dir=None, text=False):
    path = mktemp(suffix, prefix, dir)
    with open(path, "xb"):
        return -1, path


def mkdtemp(suffix="", prefix="tmp", dir=None):
    path = mktemp(suffix, prefix, dir)
    os.mkdir(path)
    return path


def gettempdir():
    return os.getcwd()


class TemporaryDirectory:
    def __init__(self, suffix="", prefix="tmp", dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def cleanup(self):
        shutil.rmtree(self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        self.cleanup()


class _Temporary:
    """An open file that is removed when it is closed."""

    def __init__(self, path, file, delete):
        self._file, self._delete, self.name = file, delete, path

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        if not self._file.closed:
            self._file.close()
            if self._delete:
                os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix="", prefix="tmp", dir=None,
                       delete=True, *, errors=None):
    path = mktemp(suffix, prefix, dir)
    return _Temporary(path, open(path, mode, buffering, encoding, errors, newline), delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix="", prefix="tmp", dir=None, *,
                  errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)
