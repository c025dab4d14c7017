"""Suites of tests, and how they are found."""
import sys

from unittest import case


class TestSuite:
    """Tests and suites that run one after the other."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} tests={list(self)}>"

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()

    def run(self, result):
        _Fixtures(result).run(self)
        return result


class _Fixtures:
    """Runs tests with what their classes and modules prepare around them."""

    def __init__(self, result):
        self.result = result
        self.cls = self.module = None
        self.class_ready = self.module_ready = True

    def run(self, suite):
        self._walk(suite)
        self._leave_class()
        self._leave_module()

    def _walk(self, suite):
        for test in suite:
            if self.result.shouldStop:
                return
            if isinstance(test, TestSuite):
                self._walk(test)
                continue
            self._move_to(type(test))
            if self.class_ready and self.module_ready:
                test(self.result)

    def _move_to(self, cls):
        if cls is self.cls:
            return
        self._leave_class()
        if cls.__module__ != self.module:
            self._leave_module()
            self.module = cls.__module__
            self.module_ready = self._fixture(self._module_hook("setUpModule"), f"setUpModule ({self.module})")
        self.cls = cls
        self.class_ready = True
        if self.module_ready and not getattr(cls, "__unittest_skip__", False):
            name = f"{cls.__module__}.{cls.__qualname__}"
            self.class_ready = self._fixture(getattr(cls, "setUpClass", None), f"setUpClass ({name})")
            if not self.class_ready:
                getattr(cls, "doClassCleanups", _nothing)()

    def _leave_class(self):
        cls, self.cls = self.cls, None
        if cls is None or getattr(cls, "__unittest_skip__", False) or not (self.class_ready and self.module_ready):
            return
        name = f"tearDownClass ({cls.__module__}.{cls.__qualname__})"
        self._fixture(getattr(cls, "tearDownClass", None), name)
        getattr(cls, "doClassCleanups", _nothing)()
        for details in getattr(cls, "tearDown_exceptions", ()):
            self.result.addError(_ErrorHolder(name), details)

    def _leave_module(self):
        if self.module is None:
            return
        if self.module_ready:
            self._fixture(self._module_hook("tearDownModule"), f"tearDownModule ({self.module})")
        self._fixture(case.doModuleCleanups, f"tearDownModule ({self.module})")
        self.module = None

    def _module_hook(self, name):
        return getattr(sys.modules.get(self.module), name, None)

    def _fixture(self, hook, name):
        if hook is None:
            return True
        try:
            hook()
            return True
        except case.SkipTest as skipped:
            self.result.addSkip(_ErrorHolder(name), str(skipped))
        except Exception:
            self.result.addError(_ErrorHolder(name), sys.exc_info())
        return False


def _nothing():
    return None


class _ErrorHolder:
    """Stands for a fixture in a result."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def countTestCases(self):
        return 0


class TestLoader:
    """Finds the tests of classes and modules."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = None
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        prefix = self.testMethodPrefix
        return sorted(
            name for name in dir(testCaseClass)
            if name.startswith(prefix) and callable(getattr(testCaseClass, name))
        )

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError(
                "Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?"
            )
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, case.TestCase):
                if item not in (case.TestCase, case.FunctionTestCase):
                    tests.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        return suite if load_tests is None else load_tests(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        item = module
        if item is None:
            rest = parts[:]
            while rest:
                try:
                    item = __import__(".".join(rest))
                    break
                except ImportError:
                    rest.pop()
            if item is None:
                raise ImportError(f"no tests of the name {name!r}")
            parts = parts[1:]
        parent = None
        for part in parts:
            parent, item = item, getattr(item, part)
        if isinstance(item, type) and issubclass(item, case.TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(item, TestSuite):
            return item
        if type(item) is type(sys):
            return self.loadTestsFromModule(item)
        if callable(item):
            made = item()
            return made if isinstance(made, TestSuite) else self.suiteClass([made])
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix="test", sortUsing=None, suiteClass=TestSuite):
    """The tests of a class as a suite."""
    loader = TestLoader()
    loader.testMethodPrefix, loader.suiteClass = prefix, suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=None, suiteClass=TestSuite):
    """The tests of a module as a suite."""
    loader = TestLoader()
    loader.testMethodPrefix, loader.suiteClass = prefix, suiteClass
    return loader.loadTestsFromModule(module)
