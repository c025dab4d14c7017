"""The rest of os: the environment, and files within the folder that the host lets a spec reach."""
import _katydid
import stat as _stat
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from _sequences import make as _make, sequence as _sequence
from os._constants import *
from os._variables import _Environ, check_name as _check_name

_GenericAlias = type(list[int])
defpath = path.defpath
altsep = None
environ = _Environ(dict(_environment))
environb = _Environ(environ._data, bytes)
supports_bytes_environ = True


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(name, value, /):
    # `environ` shows nothing of it, and nothing else does: there are no other programs.
    _check_name(fsdecode(name), fsdecode(value))


def unsetenv(name, /):
    _check_name(fsdecode(name), "")


def get_exec_path(env=None):
    env = environ if env is None else env
    path = env.get("PATH")
    if not isinstance(env, _Environ) and b"PATH" in env:
        if path is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        path = fsdecode(env[b"PATH"])
    return (defpath if path is None else fsdecode(path)).split(pathsep)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class PathLike(_ABC):
    """What has a path: `__fspath__` gives it."""

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        for base in subclass.__mro__:
            if "__fspath__" in vars(base):
                return vars(base)["__fspath__"] is not None or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT,
 EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)


from os._files import (
    access, DirEntry, listdir, lstat, makedirs, mkdir, remove, removedirs, rename, renames, replace, rmdir, scandir, stat,
    stat_result, unlink, walk)


def getlogin():
    return environ.get("LOGNAME") or environ.get("USER") or "root"


def uname():
    return _make(uname_result, _katydid.system_name())


uname_result = _sequence("posix.uname_result", ("sysname", "nodename", "release", "version", "machine"))
terminal_size = _sequence("os.terminal_size", ("columns", "lines"))
times_result = _sequence("posix.times_result", ("user", "system", "children_user", "children_system", "elapsed"))


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


def strerror(code, /):
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
    device_encoding getloadavg chown chroot close closerange confstr copy_file_range ctermid dup dup2 eventfd eventfd_read eventfd_write
    execl execle execlp execlpe execve execvpe fchdir fchmod fchown fdatasync fdopen forkpty fpathconf fstat
    fstatvfs fsync ftruncate fwalk get_blocking get_inheritable getegid geteuid getgid getgrouplist getgroups
    getpgid getpgrp getpriority getresgid getresuid getsid getuid getxattr initgroups killpg lchown link
    listxattr lockf login_tty lseek major makedev memfd_create minor mkfifo mknod nice open openpty pathconf
    pidfd_open pipe2 posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv pwrite pwritev read
    readlink readv removexattr sched_get_priority_max sched_get_priority_min sched_getparam
    sched_getscheduler sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield
    sendfile set_blocking set_inheritable setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid
    setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnve spawnvp spawnvpe
    splice statvfs sync sysconf tcgetpgrp tcsetpgrp times truncate ttyname umask utime wait3 wait4 waitid
    waitpid write writev
""".split():
    globals()[_name] = _refuse(_name)
from os._numbered import fdatasync, fstat, fsync

# What takes descriptors of files or folders: nothing.
supports_fd = supports_dir_fd = supports_effective_ids = supports_follow_symlinks = set()


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    return status & 0x7F


def WIFSTOPPED(status):
    return status & 0xFF == 0x7F


def WSTOPSIG(status):
    return WEXITSTATUS(status)


def WIFCONTINUED(status):
    return status == 0xFFFF


def WCOREDUMP(status):
    return bool(status & 0x80)


def waitstatus_to_exitcode(status):
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError("process stopped by delivery of signal %d" % WSTOPSIG(status) if WIFSTOPPED(status)
                     else "invalid wait status: %d" % status)


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    # Nothing forks, so nothing is ever called.
    if before is after_in_child is after_in_parent is None:
        raise TypeError("At least one argument is required.")


__all__ = [_name for _name in globals() if not _name.startswith("_") and _name != "error"]
