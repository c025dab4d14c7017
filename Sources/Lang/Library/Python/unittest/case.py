"""Test cases: what a test class inherits, and what may stand around its methods."""
import contextlib
import functools
import sys

from unittest.asserts import Assertions
from unittest.contexts import RaisesContext, WarnsContext, LogsContext


class SkipTest(Exception):
    """Raised by a test that is to count as skipped."""


class _ShouldStop(Exception):
    """Ends a test whose result is already noted."""


class _UnexpectedSuccess(Exception):
    """A test that was expected to fail did not."""


def skip(reason):
    """Marks a test or a class of tests as skipped."""

    def mark(item):
        if not isinstance(item, type):

            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason):
        bare, reason = reason, ""
        return mark(bare)
    return mark


def _unchanged(item):
    return item


def skipIf(condition, reason):
    """Marks as skipped where the condition holds."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """Marks as skipped where the condition doesn't hold."""
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    """Marks a test that is known to fail: it succeeds only by failing."""
    item.__unittest_expecting_failure__ = True
    return item


def _enter(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(
            f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
        ) from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Has a function called after tearDownModule."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enters a context that is left after tearDownModule."""
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    """Calls what addModuleCleanup noted, last first; raises the first failure."""
    failure = None
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            failure = failure or error
    if failure is not None:
        raise failure


class _Outcome:
    """What became of one run of a test, its subtests included."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None
        self.told = False

    @contextlib.contextmanager
    def part(self, test, sub_test=False):
        """Runs a piece of a test; what it raises is noted in the result."""
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as skipped:
            self.success = False
            _add_skip(self.result, test, str(skipped))
        except _ShouldStop:
            self.success = False
        except BaseException:
            details = sys.exc_info()
            if self.expecting_failure:
                self.expected_failure = details
            else:
                self.success = False
                if sub_test:
                    self.result.addSubTest(test.test_case, test, details)
                else:
                    _add_error(self.result, test, details)
        else:
            if sub_test and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            self.success = self.success and before


def _add_skip(result, test, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(test, reason)
    else:
        result.addSuccess(test)


def _add_error(result, test, details):
    if issubclass(details[0], test.failureException):
        result.addFailure(test, details)
    else:
        result.addError(test, details)


class TestCase(Assertions):
    """One test: its class says how it is prepared, its method what is tested."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        self._cleanups = []
        self._subtest = None
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}") from None
        else:
            self._testMethodDoc = method.__doc__
        self._equality_functions = {}
        self.addTypeEqualityFunc(dict, "assertDictEqual")
        self.addTypeEqualityFunc(list, "assertListEqual")
        self.addTypeEqualityFunc(tuple, "assertTupleEqual")
        self.addTypeEqualityFunc(set, "assertSetEqual")
        self.addTypeEqualityFunc(frozenset, "assertSetEqual")
        self.addTypeEqualityFunc(str, "assertMultiLineEqual")

    def addTypeEqualityFunc(self, typeobj, function):
        """Has assertEqual compare two values of exactly this type with a function."""
        self._equality_functions[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Has a function called after tearDown, whatever became of the test."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enters a context that is left when the test is over."""
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Has a function called after tearDownClass."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enters a context that is left after tearDownClass."""
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Calls what addClassCleanup noted, last first."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def setUp(self):
        """Called before each test."""

    def tearDown(self):
        """Called after each test whose setUp succeeded."""

    @classmethod
    def setUpClass(cls):
        """Called before the first test of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the last test of the class."""

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult

        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{self.__class__.__module__}.{self.__class__.__qualname__}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        cls = self.__class__
        return f"{self._testMethodName} ({cls.__module__}.{cls.__qualname__}.{self._testMethodName})"

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>"

    @contextlib.contextmanager
    def subTest(self, msg=None, **params):
        """A part of a test whose failure doesn't end it, told apart by the given values."""
        if self._outcome is None:
            yield
            return
        parent = self._subtest
        if parent is not None:
            params = {**parent.params, **params}
        self._subtest = _SubTest(self, msg, params)
        try:
            with self._outcome.part(self._subtest, sub_test=True):
                yield
            if not self._outcome.success and getattr(self._outcome.result, "failfast", False):
                raise _ShouldStop
            if self._outcome.expected_failure is not None:
                raise _ShouldStop
        finally:
            self._subtest = parent

    def run(self, result=None):
        """Runs the test and notes in the result what became of it."""
        own = result is None
        if own:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", _nothing)()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                why = getattr(self.__class__, "__unittest_skip_why__", "") or getattr(
                    method, "__unittest_skip_why__", ""
                )
                _add_skip(result, self, why)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(
                method, "__unittest_expecting_failure__", False
            )
            outcome = self._outcome = _Outcome(result)
            try:
                self._run_parts(outcome, method, expecting)
            finally:
                self._outcome = None
            return result
        finally:
            result.stopTest(self)
            if own:
                getattr(result, "stopTestRun", _nothing)()

    def _run_parts(self, outcome, method, expecting):
        with outcome.part(self):
            self.setUp()
        if outcome.success:
            outcome.expecting_failure = expecting
            with outcome.part(self):
                if method() is not None:
                    import warnings

                    warnings.warn(
                        f"It is deprecated to return a value that is not None from a test case ({method})",
                        DeprecationWarning,
                        stacklevel=3,
                    )
            outcome.expecting_failure = False
            with outcome.part(self):
                self.tearDown()
        self._do_cleanups(outcome)
        if not outcome.success:
            return
        if not expecting:
            outcome.result.addSuccess(self)
        elif outcome.expected_failure is not None:
            outcome.result.addExpectedFailure(self, outcome.expected_failure)
        else:
            outcome.result.addUnexpectedSuccess(self)

    def _do_cleanups(self, outcome):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                function(*args, **kwargs)

    def doCleanups(self):
        """Calls what addCleanup noted, last first."""
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        self._do_cleanups(outcome)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test without noting anything: what it raises comes out."""
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        """Ends the test as skipped."""
        raise SkipTest(reason)

    def fail(self, msg=None):
        """Fails at once."""
        raise self.failureException(msg)

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fails unless the exception is raised: by the call given, or by the block of a `with`."""
        return RaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """The same, and the exception's text has to match."""
        return RaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Fails unless the warning is given: by the call given, or by the block of a `with`."""
        return WarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """The same, and the warning's text has to match."""
        return WarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Fails unless the block logs something of at least the level."""
        return LogsContext(self, logger, level, expected=True)

    def assertNoLogs(self, logger=None, level=None):
        """Fails if the block logs something of at least the level."""
        return LogsContext(self, logger, level, expected=False)


def _nothing():
    return None


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._test, self._set_up, self._tear_down, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._test()

    def id(self):
        return self._test.__name__

    def __str__(self):
        return f"{self.__class__.__qualname__} ({self._test.__name__})"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._test.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    """One part of a test, as results name it."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message, self.test_case, self.params = message, test_case, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _sub_description(self):
        parts = []
        if self._message is not None:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append("({})".format(", ".join(f"{k}={v!r}" for k, v in self.params.items())))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._sub_description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._sub_description()}"
