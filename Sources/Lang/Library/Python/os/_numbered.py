"""What can be done with the numbers that `fileno` gives open files."""
import os as _os

__name__ = "os"


def _open_file(fd):
    import io._files

    file = io._files._numbered.get(fd.fileno() if hasattr(fd, "fileno") else fd)
    if file is None:
        raise OSError(9, "Bad file descriptor")
    return file


def fsync(fd):
    _open_file(fd).flush()


def fdatasync(fd):
    _open_file(fd).flush()


def fstat(fd):
    return _os.stat(_open_file(fd)._path)
