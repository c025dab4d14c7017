"""The rest of sys."""


class _FloatInfo(tuple):
    _names = ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix",
              "rounds")
    max = property(lambda self: self[0])
    max_exp = property(lambda self: self[1])
    max_10_exp = property(lambda self: self[2])
    min = property(lambda self: self[3])
    min_exp = property(lambda self: self[4])
    min_10_exp = property(lambda self: self[5])
    dig = property(lambda self: self[6])
    mant_dig = property(lambda self: self[7])
    epsilon = property(lambda self: self[8])
    radix = property(lambda self: self[9])
    rounds = property(lambda self: self[10])

    def __repr__(self):
        return "sys.float_info(%s)" % ", ".join("%s=%r" % pair for pair in zip(self._names, self))


float_info = _FloatInfo((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                         2.220446049250313e-16, 2, 1))


class _IntInfo(tuple):
    bits_per_digit = property(lambda self: self[0])
    sizeof_digit = property(lambda self: self[1])
    default_max_str_digits = property(lambda self: self[2])
    str_digits_check_threshold = property(lambda self: self[3])


int_info = _IntInfo((30, 4, 4300, 640))


class _HashInfo(tuple):
    width = property(lambda self: self[0])
    modulus = property(lambda self: self[1])
    inf = property(lambda self: self[2])
    nan = property(lambda self: self[3])
    imag = property(lambda self: self[4])
    algorithm = property(lambda self: self[5])
    hash_bits = property(lambda self: self[6])
    seed_bits = property(lambda self: self[7])
    cutoff = property(lambda self: self[8])


hash_info = _HashInfo((64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))


class _Flags:
    debug = inspect = interactive = optimize = dont_write_bytecode = no_user_site = no_site = 0
    ignore_environment = verbose = bytes_warning = quiet = isolated = utf8_mode = warn_default_encoding = 0
    hash_randomization = 1
    dev_mode = safe_path = False
    int_max_str_digits = 4300


class _Implementation:
    name = "katydid"
    version = version_info
    hexversion = hexversion
    cache_tag = None


implementation = _Implementation()
copyright = ""
prefix = exec_prefix = base_prefix = base_exec_prefix = ""
flags = _Flags()
warnoptions = []
builtin_module_names = ()
stdlib_module_names = frozenset()
dont_write_bytecode = True
api_version = 1013
float_repr_style = "short"
meta_path = []
path_hooks = []
orig_argv = argv


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def getswitchinterval():
    return 0.005


def setswitchinterval(interval):
    pass


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


def displayhook(value):
    if value is not None:
        stdout.write(repr(value) + "\n")


def excepthook(kind, value, traceback):
    import _katydid
    stderr.write(_katydid.exception_text(value))


__excepthook__ = excepthook


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
