"""Files and folders: what `os` does with those that the host lets a spec reach."""
import _katydid
import os.path as _path
import stat as _stat
from os import fspath
from _sequences import make as _make, sequence as _sequence

__name__ = "os"

stat_result = _sequence(
    "os.stat_result", ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size"),
    ("st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks",
     "st_rdev"), ("st_atime", "st_mtime", "st_ctime"))


def _given(path, function, name="path"):
    """A path as text or bytes; descriptors of open files are not carried."""
    if isinstance(path, (str, bytes)):
        return path
    if isinstance(path, int):
        raise RuntimeError(f"os.{function}() of a file descriptor is refused: give the path of a file")
    if not hasattr(type(path), "__fspath__"):
        kinds = {"stat": ", os.PathLike or integer", "listdir": ", os.PathLike, integer or None",
                 "scandir": ", os.PathLike, integer or None"}.get(function, " or os.PathLike")
        raise TypeError(f"{function}: {name} should be string, bytes{kinds}, not {type(path).__name__}")
    return fspath(path)


def _here(dir_fd):
    if dir_fd is not None:
        raise RuntimeError("dir_fd is refused: there are no descriptors of folders")


def _done(function, path, *arguments):
    """Calls a function of the host; what it raises names the path as it was given."""
    try:
        return function(path, *arguments)
    except OSError as error:
        error.filename = path
        raise


def stat(path, *, dir_fd=None, follow_symlinks=True):
    _here(dir_fd)
    return _measured(_given(path, "stat"))


def lstat(path, *, dir_fd=None):
    _here(dir_fd)
    return _measured(_given(path, "lstat"))


def _measured(path):
    size, changed = _done(_katydid.measure_file, path)
    if _path.isdir(path):
        mode = _stat.S_IFDIR | 0o755
    else:
        mode = _stat.S_IFREG | 0o644 if _path.isfile(path) else _stat.S_IFCHR | 0o666
    seconds, moment = changed // 1000000000, changed / 1e9
    return _make(stat_result, (mode, _number(path), 1, 1, 0, 0, size, seconds, seconds, seconds),
                 (moment, moment, moment, changed, changed, changed, 4096, -(-size // 512), 0))


def _number(path):
    """What stands for the number of a file, which isn't known: files are told apart by their names."""
    import zlib

    name = _path.realpath(path)
    name = name if isinstance(name, bytes) else name.encode("utf-8", "surrogateescape")
    return zlib.crc32(name) << 30 | zlib.adler32(name) & 0x3FFFFFFF


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    _here(dir_fd)
    return _path.exists(_given(path, "access"))


def listdir(path=None):
    path = "." if path is None else _given(path, "listdir")
    names = _done(_katydid.list_directory, path)
    return [name.encode("utf-8", "surrogateescape") for name in names] if isinstance(path, bytes) else names


class DirEntry:
    """A file or folder that `scandir` found."""

    __module__ = "posix"
    __slots__ = ("name", "path", "_is_folder", "_stat", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def is_file(self, *, follow_symlinks=True):
        return not self._is_folder

    def is_dir(self, *, follow_symlinks=True):
        return self._is_folder

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        if self._stat is None:
            self._stat = stat(self.path)
        return self._stat

    def inode(self):
        return _number(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    __class_getitem__ = classmethod(type(list[int]))


def _entry(folder, name):
    self = object.__new__(DirEntry)
    # What it is was found out when the folder was read.
    self.name, self.path, self._stat = name, _path.join(folder, name), None
    self._is_folder = _path.isdir(self.path)
    return self


class ScandirIterator:
    __module__ = "posix"

    def __init__(self, folder, names):
        self._folder, self._names = folder, iter(names)

    def __iter__(self):
        return self

    def __next__(self):
        return _entry(self._folder, next(self._names))

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._names = iter(())


def scandir(path=None):
    folder = "." if path is None else _given(path, "scandir")
    return ScandirIterator(folder, listdir(folder))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders, files = [], []
    for name in names:
        (folders if _path.isdir(_path.join(top, name)) else files).append(name)
    if topdown:
        yield top, folders, files
    for name in list(folders):
        yield from walk(_path.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _here(dir_fd)
    _done(_katydid.make_directory, _given(path, "mkdir"))


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    if head and tail and not _path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in (".", b"."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not _path.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    _here(dir_fd)
    _removed(_given(path, "remove"))


def unlink(path, *, dir_fd=None):
    _here(dir_fd)
    _removed(_given(path, "unlink"))


def _removed(path):
    if _path.isdir(path):
        raise IsADirectoryError(21, "Is a directory", path)
    _done(_katydid.remove_file, path)


def rmdir(path, *, dir_fd=None):
    _here(dir_fd)
    path = _given(path, "rmdir")
    if _path.isfile(path):
        raise NotADirectoryError(20, "Not a directory", path)
    _done(_katydid.remove_file, path)


def removedirs(name):
    name = fspath(name)
    rmdir(name)
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = _path.split(head)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _here(src_dir_fd)
    _here(dst_dir_fd)
    _renamed(_given(src, "rename", "src"), _given(dst, "rename", "dst"))


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _here(src_dir_fd)
    _here(dst_dir_fd)
    _renamed(_given(src, "replace", "src"), _given(dst, "replace", "dst"))


def _renamed(source, target):
    def fail(number, text):
        raise OSError(number, text, source, None, target)

    if _path.isdir(source):
        if _path.isfile(target):
            fail(20, "Not a directory")
        place, own = _path.realpath(target), _path.realpath(source)
        if place == own:
            return
        if place.startswith(_path.join(own, place[:0])):
            fail(22, "Invalid argument")
        if _path.isdir(target) and listdir(target):
            fail(39, "Directory not empty")
        # Nothing moves a folder at once: its files go one after the other.
        makedirs(target, exist_ok=True)
        for name in listdir(source):
            _renamed(_path.join(source, name), _path.join(target, name))
        _katydid.remove_file(source)
        return
    if _path.isdir(target):
        fail(21, "Is a directory")
    try:
        data = _katydid.read_file(source)
        if _path.exists(target) and _path.samefile(source, target):
            return
        _katydid.write_file(target, data)
        _katydid.remove_file(source)
    except OSError as error:
        fail(error.errno, error.strerror)


def renames(old, new):
    head, tail = _path.split(new)
    if head and tail and not _path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = _path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass
