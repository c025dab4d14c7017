"""The rest of os: the environment and the files that the host lets a spec reach."""
import _katydid
import stat as _stat


def _decode(value):
    if isinstance(value, str):
        return value
    raise TypeError("str expected, not %s" % type(value).__name__)


class _Environ(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, _decode(key), _decode(value))

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def copy(self):
        return dict(self)

    def __repr__(self):
        return "environ(" + dict.__repr__(self) + ")"


environ = _Environ(_environment)


def getenv(key, default=None):
    return environ.get(_decode(key), default)


def getenvb(key, default=None):
    value = environ.get(fsdecode(key))
    return default if value is None else value.encode()


def putenv(name, value):
    environ[name] = value


def unsetenv(name):
    environ.pop(name, None)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT,
 EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)


class stat_result(tuple):
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self[10] / 1e9)
    st_mtime = property(lambda self: self[10] / 1e9)
    st_ctime = property(lambda self: self[10] / 1e9)
    st_mtime_ns = property(lambda self: self[10])


def stat(path, *, dir_fd=None, follow_symlinks=True):
    size, changed = _katydid.measure_file(fspath(path))
    mode = _stat.S_IFDIR | 0o755 if _katydid.is_directory(path) else _stat.S_IFREG | 0o644
    seconds = changed // 1000000000
    return stat_result((mode, 0, 0, 1, 0, 0, size, seconds, seconds, seconds, changed))


lstat = stat


def access(path, mode, **kwargs):
    return _katydid.file_exists(path)


def listdir(path="."):
    return _katydid.list_directory(fspath(path))


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = join(folder, name)

    def is_file(self, *, follow_symlinks=True):
        return _katydid.is_file(self.path)

    def is_dir(self, *, follow_symlinks=True):
        return _katydid.is_directory(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    folder = fspath(path)
    return _Scan([DirEntry(folder, name) for name in listdir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [name for name in names if _katydid.is_directory(join(top, name))]
    files = [name for name in names if not _katydid.is_directory(join(top, name))]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _katydid.make_directory(fspath(path))


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    path = fspath(path)
    if _katydid.is_directory(path):
        raise IsADirectoryError(21, "Is a directory", path)
    _katydid.remove_file(path)


unlink = remove


def rmdir(path, *, dir_fd=None):
    path = fspath(path)
    if _katydid.is_file(path):
        raise NotADirectoryError(20, "Not a directory", path)
    _katydid.remove_file(path)


def rename(src, dst, **kwargs):
    source, target = fspath(src), fspath(dst)
    if _katydid.is_directory(source):
        raise PermissionError(1, "Operation not permitted", source)
    data = _katydid.read_file(source)
    _katydid.write_file(target, data)
    _katydid.remove_file(source)


replace = rename


def getlogin():
    return environ.get("LOGNAME") or environ.get("USER") or "root"


def uname():
    return uname_result(_katydid.system_name())


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        names = ("sysname", "nodename", "release", "version", "machine")
        return "posix.uname_result(%s)" % ", ".join("%s=%r" % pair for pair in zip(names, self))


def get_terminal_size(fd=None):
    return terminal_size((80, 24))


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return "os.terminal_size(columns=%d, lines=%d)" % self


def strerror(code):
    import errno
    return errno._texts.get(code, "Unknown error %d" % code)


def _refuse(name):
    def refused(*args, **kwargs):
        raise RuntimeError("os.%s() is refused: a spec starts no processes and can't reach into the operating system"
                           % name)
    refused.__name__ = name
    return refused


system = _refuse("system")
popen = _refuse("popen")
fork = _refuse("fork")
execv = _refuse("execv")
execvp = _refuse("execvp")
kill = _refuse("kill")
chdir = _refuse("chdir")
chmod = _refuse("chmod")
symlink = _refuse("symlink")
_exit = _refuse("_exit")
abort = _refuse("abort")
wait = _refuse("wait")
spawnv = _refuse("spawnv")
pipe = _refuse("pipe")


def getcwdb():
    return fsencode(getcwd())


def getrandom(size, flags=0):
    return urandom(size)


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def isatty(fd, /):
    return False


for _name in """
    chown chroot close closerange confstr copy_file_range ctermid dup dup2 eventfd eventfd_read eventfd_write
    execl execle execlp execlpe execve execvpe fchdir fchmod fchown fdatasync fdopen forkpty fpathconf fstat
    fstatvfs fsync ftruncate fwalk get_blocking get_inheritable getegid geteuid getgid getgrouplist getgroups
    getpgid getpgrp getpriority getresgid getresuid getsid getuid getxattr initgroups killpg lchown link
    listxattr lockf login_tty lseek major makedev memfd_create minor mkfifo mknod nice open openpty pathconf
    pidfd_open pipe2 posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv pwrite pwritev read
    readlink readv removedirs removexattr renames sched_get_priority_max sched_get_priority_min sched_getparam
    sched_getscheduler sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield
    sendfile set_blocking set_inheritable setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid
    setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnve spawnvp spawnvpe
    splice statvfs sync sysconf tcgetpgrp tcsetpgrp times truncate ttyname umask utime wait3 wait4 waitid
    waitpid waitstatus_to_exitcode write writev
""".split():
    globals()[_name] = _refuse(_name)
join = path.join
altsep = None
defpath = "/bin:/usr/bin"
supports_fd = supports_dir_fd = supports_effective_ids = supports_follow_symlinks = set()
from os._numbered import fdatasync, fstat, fsync
