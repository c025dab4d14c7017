"""The rest of sys."""
from _module_names import builtin as builtin_module_names, stdlib as stdlib_module_names
from _sequences import make as _make, sequence as _sequence


def _only(name, /, **items):
    """The one instance of a class."""
    return _make(_sequence("sys." + name, tuple(items), instances=False), items.values())


def _info(name, /, **items):
    return _make(_sequence("sys." + name, tuple(items)), items.values())


float_info = _info("float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308,
                   min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _info("int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                 str_digits_check_threshold=640)
hash_info = _info("hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003,
                  algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
thread_info = _info("thread_info", name="pthread", lock="semaphore", version="NPTL")
version_info = _only("version_info", major=version_info[0], minor=version_info[1], micro=version_info[2],
                     releaselevel=version_info[3], serial=version_info[4])
flags = _only("flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0, no_site=0,
              ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0, dev_mode=False,
              utf8_mode=0, warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)


class _Implementation:
    name = "katydid"
    version = version_info
    hexversion = hexversion
    cache_tag = None


implementation = _Implementation()
copyright = "Copyright (c) the authors of katydid."
prefix = exec_prefix = base_prefix = base_exec_prefix = ""
warnoptions = []
dont_write_bytecode = True
api_version = 1013
float_repr_style = "short"
meta_path = []
path_hooks = []
orig_argv = argv
abiflags = ""
platlibdir = "lib"
pycache_prefix = None
path_importer_cache = {}
_xoptions = {}
_switch_interval = 0.005


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def getswitchinterval():
    return _switch_interval


def setswitchinterval(interval, /):
    global _switch_interval
    if not isinstance(interval, (int, float)):
        raise TypeError("must be real number, not %s" % type(interval).__name__)
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    # Threads take turns where they wait: nothing depends on it.
    _switch_interval = float(interval)


def getrefcount(object):
    return 2


def is_finalizing():
    return False


def _getframe(depth=0, /):
    import _katydid

    return _katydid.frame(depth)


def settrace(function):
    raise RuntimeError("sys.settrace() is refused: it looks into CPython")


def setprofile(function):
    raise RuntimeError("sys.setprofile() is refused: it looks into CPython")


def gettrace():
    return None


def getprofile():
    return None


def call_tracing(func, args, /):
    return func(*args)


def audit(event, /, *args):
    # Nobody listens.
    pass


def addaudithook(hook):
    raise RuntimeError("sys.addaudithook() is refused: it looks into CPython")


def breakpointhook(*args, **kwargs):
    raise RuntimeError("breakpoint() is refused: a worker has no debugger")


__breakpointhook__ = breakpointhook


def displayhook(value, /):
    if value is None:
        return
    import builtins

    # What is shown is known as `_`, but not while it is being shown.
    builtins._ = None
    out = globals().get("stdout")
    if out is None:
        raise RuntimeError("lost sys.stdout")
    out.write(repr(value) + "\n")
    builtins._ = value


__displayhook__ = displayhook


def excepthook(kind, value, traceback):
    import _katydid

    stderr.write(_katydid.exception_text(value))


__excepthook__ = excepthook


class _Buffer:
    """The bytes of a standard stream, which takes texts: they have to be UTF-8."""

    closed = False
    mode = "wb"
    raw = property(lambda self: self)

    def __init__(self, stream):
        self._stream, self._rest, self.name = stream, b"", stream.name

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = memoryview(data).tobytes()
        text = self._rest + data
        try:
            whole, self._rest = text.decode(), b""
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                raise RuntimeError("bytes that are no UTF-8 are refused in standard output") from None
            # A character may come in pieces.
            whole, self._rest = text[:error.start].decode(), text[error.start:]
        if whole:
            self._stream.write(whole)
        return len(data)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        self._stream.flush()

    def fileno(self):
        return self._stream.fileno()

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False

    seekable = readable


stdout.buffer, stderr.buffer = _Buffer(stdout), _Buffer(stderr)
stdout.newlines = stderr.newlines = None


class _Stdin:
    name = "<stdin>"
    mode = "r"
    encoding = "utf-8"
    closed = False

    def isatty(self):
        return False

    def _refuse(self, *args):
        raise RuntimeError("sys.stdin is refused: a worker has no keyboard")

    read = readline = readlines = __iter__ = _refuse


stdin = __stdin__ = _Stdin()
