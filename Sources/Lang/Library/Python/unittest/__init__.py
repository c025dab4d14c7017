"""The part of `unittest` that tests of plain scripts use: cases, suites, the loader and the text runner."""
from unittest.case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, enterModuleContext, expectedFailure, skip,
    skipIf, skipUnless
)
from unittest.main import TestProgram, main
from unittest.result import TestResult, TextTestResult, TextTestRunner
from unittest.suite import TestLoader, TestSuite, defaultTestLoader, findTestCases, makeSuite

__all__ = [
    "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
    "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult",
    "addModuleCleanup", "doModuleCleanups", "enterModuleContext", "makeSuite", "findTestCases"
]
