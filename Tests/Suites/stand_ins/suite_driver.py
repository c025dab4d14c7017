"""Runs the tests of one module and prints a line for each; the arguments name those to leave out."""
import re
import sys
import unittest

import suite_stand_ins

REFUSALS = ("is not supported in a spec", "is refused", "refused:", "are not supported", "is not supported",
            "UnsupportedOperation: fileno")


def tell(*fields):
    print("\t".join(str(field).replace("\n", " ").replace("\t", " ") for field in fields), file=REAL, flush=True)


def _skipping(method):
    """A method of test cases that skips the test where the exception that it expects is one that isn't there."""

    def checked(self, expected, *args, **kwargs):
        if isinstance(expected, suite_stand_ins.Missing):
            expected()
        return method(self, expected, *args, **kwargs)

    return checked


REAL = sys.stdout
for _name in ("assertRaises", "assertRaisesRegex"):
    setattr(unittest.TestCase, _name, _skipping(getattr(unittest.TestCase, _name)))


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        suite_stand_ins.is_running = True
        self.outcome = None
        tell("START", test.id())

    def stopTest(self, test):
        super().stopTest(test)
        kind, reason = self.outcome or ("passed", "")
        tell("END", kind, test.id(), reason)

    def _note(self, kind, reason):
        if self.outcome is None or self.outcome[0] in ("skipped", "refused"):
            self.outcome = (kind, reason)

    def _failed(self, err, test=None):
        last = f"{err[0].__name__}: {err[1]}"
        # What CPython's library keeps for itself isn't part of the language.
        private = re.fullmatch(r"AttributeError: .* has no attribute '(_[a-zA-Z]\w*)'.*", last) or re.fullmatch(
            r"AttributeError: module '_\w+' has no attribute '(\w+)'.*", last)
        if private and not private[1].endswith("__"):
            return self._note("skipped", f"CPython's own insides: {private[1]}")
        own = re.fullmatch(r"AttributeError: '(\w+)' object has no attribute '(\w+)'", last)
        if own and own[1] == type(test).__name__ and any(hasattr(cls, own[2]) for cls in type(test).__subclasses__()):
            return self._note("skipped", "CPython's own way: its subclasses are the tests")
        # What is compared with something that isn't there.
        if "suite_stand_ins" in last or re.search(r"'Missing'|not (?:a )?Missing\b", last):
            return self._note("refused", "refused: a name that isn't there")
        refused = any(word in last for word in REFUSALS) and "AssertionError" not in last
        self._note("refused" if refused else "failed", last[:300])
        if not refused:
            import traceback

            tell("TRACE", "".join(traceback.format_exception(*err)).replace("\n", "\\n"))

    def addError(self, test, err):
        if test.failureException is None:
            tell("END", "failed", test.id(), f"{err[0].__name__}: {err[1]}"[:300])
        else:
            self._failed(err, test)

    def addFailure(self, test, err):
        self._failed(err, test)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._failed(err)

    def addSkip(self, test, reason):
        kind = "refused" if reason.startswith("refused") else "skipped"
        if getattr(test, "failureException", None) is None:
            tell("END", kind, test.id(), reason)
        else:
            self._note(kind, reason)

    def addUnexpectedSuccess(self, test):
        self._note("failed", "expected to fail")


def flatten(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flatten(test)
        else:
            yield test


# Modules that prepare their test cases where they are asked for them.
PREPARED = ("test.test_io",)


def run(module):
    skipped = set(sys.argv[1:])
    if module.__name__ == "test.test_xml_etree":
        # Its function for all tests would say which implementation they are of.
        import xml.etree.ElementTree

        module.ET = module.pyET = xml.etree.ElementTree
    # What these make of doctests and of a module's two implementations isn't there.
    load = module.__dict__.pop("load_tests", None)
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    if module.__name__ in PREPARED:
        suite = load(unittest.defaultTestLoader, suite, None)
    tests = [test for test in flatten(suite) if test.id() not in skipped]
    tell("COUNT", len(tests))
    if module.__name__ in PREPARED:
        # Their cases are made twice; those of the module's second implementation begin so.
        others = [test for test in tests if type(test).__name__.startswith("Py")]
        tests = [test for test in tests if test not in others]
        for test in others:
            tell("END", "skipped", test.id(), "the other implementation")
    unittest.TestSuite(tests).run(Result())
    tell("DONE")
