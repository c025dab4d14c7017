"""What CPython's tests take from `test.support`, as far as it says something about the language.

Tests of CPython's own insides (sizes, reference counts, memory beyond 2 GiB) are skipped."""
import contextlib
import functools
import sys
import unittest

import suite_stand_ins

verbose = False
is_jython = is_android = is_emscripten = is_wasi = is_apple = False
has_fork_support = has_subprocess_support = False
has_strftime_extensions = True
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = True
SHORT_TIMEOUT = LONG_TIMEOUT = LOOPBACK_TIMEOUT = INTERNET_TIMEOUT = 30.0
MAX_Py_ssize_t = sys.maxsize
NHASHBITS = 64
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
ADDRESS_SANITIZER = MEMORY_SANITIZER = Py_DEBUG = False


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


class _Always:
    def __init__(self, name, equal):
        self._name, self._equal = name, equal

    def __eq__(self, other):
        return self._equal

    def __ne__(self, other):
        return not self._equal

    def __hash__(self):
        return 1

    def __repr__(self):
        return self._name


ALWAYS_EQ = _Always("ALWAYS_EQ", True)
NEVER_EQ = _Always("NEVER_EQ", False)


@functools.total_ordering
class _Extreme:
    def __init__(self, name, largest):
        self._name, self._largest = name, largest

    def __eq__(self, other):
        return isinstance(other, _Extreme) and self._largest == other._largest

    def __lt__(self, other):
        return not self._largest and not self == other

    def __gt__(self, other):
        return self._largest and not self == other

    __hash__ = None


LARGEST = _Extreme("LARGEST", True)
SMALLEST = _Extreme("SMALLEST", False)

_inside = unittest.skip("implementation: CPython's own insides")


def cpython_only(test):
    return _inside(test)


def impl_detail(msg=None, **guards):
    return _inside


def check_impl_detail(**guards):
    return False if not guards else not guards.get("cpython", True)


def refcount_test(test):
    return _inside(test)


def no_tracing(test):
    return test


def anticipate_failure(condition):
    return unittest.expectedFailure if condition else lambda test: test


def requires_IEEE_754(test):
    return test


def requires_docstrings(test):
    return unittest.skip("implementation: docstrings of built-in functions")(test)


def requires_legacy_unicode_capi(test=None):
    return _inside(test) if test else _inside


def requires_mac_ver(*version):
    return lambda test: test


def requires_resource(resource):
    return unittest.skip(f"implementation: resource {resource!r}")


def is_resource_enabled(resource):
    return False


def requires(resource, msg=None):
    raise ResourceDenied(f"implementation: resource {resource!r}")


def requires_subprocess():
    return unittest.skip("refused: subprocesses")


def requires_fork():
    return unittest.skip("refused: subprocesses")


def requires_working_socket(*, module=False):
    # A module may have tests that need none.
    return None if module else unittest.skip("refused: sockets")


def requires_gzip(reason=""):
    return lambda test: test


def requires_bz2(reason="refused: bz2"):
    return unittest.skip("refused: bz2")


def requires_lzma(reason="refused: lzma"):
    return unittest.skip("refused: lzma")


def control_characters_c0():
    return [chr(code) for code in [*range(0x20), 0x7F]]


def requires_zlib(reason=""):
    return lambda test: test


def skip_if_sanitizer(*args, **kwargs):
    return lambda test: test


def skip_if_pgo_task(test):
    return test


def skip_if_broken_multiprocessing_synchronize():
    raise unittest.SkipTest("refused: multiprocessing")


def check_sanitizer(**kwargs):
    return False


def bigmemtest(size, memuse, dry_run=True):
    return _inside


def bigaddrspacetest(test):
    return _inside(test)


def gc_collect():
    try:
        import gc
    except ImportError:
        raise unittest.SkipTest("implementation: collects garbage") from None
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    yield


def check_sizeof(*args):
    raise unittest.SkipTest("implementation: sizes of objects")


calcobjsize = calcvobjsize = check_sizeof


def check_syntax_error(case, statement, *args, **kwargs):
    raise unittest.SkipTest("refused: compile()")


def check_disallow_instantiation(case, tp, *args, **kwds):
    qualname = f"{tp.__module__}.{tp.__qualname__}" if tp.__module__ != "builtins" else tp.__qualname__
    case.assertRaisesRegex(TypeError, f"cannot create '{qualname}' instances", tp, *args, **kwds)


def check_free_after_iterating(*args):
    raise unittest.SkipTest("implementation: __del__")


def check__all__(*args, **kwargs):
    raise unittest.SkipTest("implementation: contents of __all__")


def collision_stats(nbins, nballs):
    raise unittest.SkipTest("implementation: hashes")


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}") from None


@contextlib.contextmanager
def swap_attr(obj, name, value):
    had = hasattr(obj, name)
    old = getattr(obj, name, None)
    setattr(obj, name, value)
    try:
        yield old
    finally:
        if had:
            setattr(obj, name, old)
        elif hasattr(obj, name):
            delattr(obj, name)


@contextlib.contextmanager
def swap_item(obj, item, value):
    had = item in obj
    old = obj[item] if had else None
    obj[item] = value
    try:
        yield old
    finally:
        if had:
            obj[item] = old
        elif item in obj:
            del obj[item]


@contextlib.contextmanager
def captured_output(name):
    import io

    old = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, old)


class Matcher:
    """What CPython's logging tests hand to the handler of `logging_helper`, which matches by itself."""


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


@contextlib.contextmanager
def infinite_recursion(max_depth=75):
    yield


@contextlib.contextmanager
def adjust_int_max_str_digits(limit):
    raise unittest.SkipTest("implementation: sys.set_int_max_str_digits")
    yield


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class catch_unraisable_exception(SuppressCrashReport):
    unraisable = None

    def __enter__(self):
        raise unittest.SkipTest("implementation: unraisable exceptions")


class _Unwanted(SuppressCrashReport):
    """Something that tests are decorated with, which skips them, or entered for all of them, which does nothing."""

    def __init__(self, name):
        self._name = name

    def __call__(self, test):
        return unittest.skip(f"implementation: {self._name}")(test)


def run_with_locale(catstr, *locales):
    return _Unwanted("locales")


def run_with_tz(tz):
    return _Unwanted("TZ of the process")


def setswitchinterval(interval):
    pass


def reap_children():
    pass


def run_in_subinterp(code):
    raise unittest.SkipTest("implementation: subinterpreters")


def run_doctest(module, verbosity=None, optionflags=0):
    raise unittest.SkipTest("refused: doctest")


def run_unittest(*classes):
    raise unittest.SkipTest("runs itself")


def findfile(filename, subdir=None):
    import os

    path = os.path.join(os.getcwd(), "test", subdir or "", filename)
    if not os.path.exists(path):
        raise unittest.SkipTest("needs a file of the suite")
    return path


def wait_process(*args, **kwargs):
    raise unittest.SkipTest("refused: subprocesses")


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
    return standard_tests


def darwin_malloc_err_warning(test_name):
    pass


def maybe_get_event_loop_policy():
    return None


def sortdict(mapping):
    return "{" + ", ".join("%r: %r" % pair for pair in sorted(mapping.items())) + "}"


def flush_std_streams():
    pass


def print_warning(msg):
    print("Warning --", msg, file=sys.stderr)


def args_from_interpreter_flags():
    return []


def missing_compiler_executable(cmd_names=[]):
    return "cc"


def system_must_validate_cert(f):
    return f


def skip_if_buggy_ucrt_strfptime(test):
    return test


def subTests(arg_names, arg_values, /, *, _do_cleanups=False):
    """Runs a test once for each of some values of its arguments."""
    names = arg_names.replace(",", " ").split() if isinstance(arg_names, str) else arg_names

    def decorate(function):
        @functools.wraps(function)
        def wrapper(self, *args, **kwargs):
            for values in arg_values:
                given = dict(zip(names, values if len(names) > 1 else (values,)))
                with self.subTest(**given):
                    function(self, *args, **kwargs, **given)

        return wrapper

    return decorate


def requires_debug_ranges(reason=""):
    return lambda test: test


def requires_linux_version(*version):
    return lambda test: test


def open_urlresource(url, *args, **kwargs):
    raise unittest.SkipTest("needs a file of the suite")


def patch(case, object, name, value):
    """Has an attribute for the time of a test."""
    old = getattr(object, name)
    case.addCleanup(setattr, object, name, old)
    setattr(object, name, value)


def __getattr__(name):
    # What nothing stands for: the tests that use it are left out, not the whole file.
    if name.startswith("__") or name in ("import_helper", "os_helper", "script_helper", "threading_helper",
                                         "warnings_helper", "hashlib_helper"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return suite_stand_ins.Missing(f"test.support.{name}")
