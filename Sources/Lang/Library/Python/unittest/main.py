"""`unittest.main()`: the tests of a script, run from its command line."""
import sys

from unittest import result, suite


class TestProgram:
    """Runs the tests of a module, or those named as arguments, and ends the script with their status."""

    def __init__(
        self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=suite.defaultTestLoader,
        exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False
    ):
        if isinstance(module, str):
            module = sys.modules[module]
        names = []
        for argument in (sys.argv if argv is None else argv)[1:]:
            if argument in ("-v", "--verbose"):
                verbosity = 2
            elif argument in ("-q", "--quiet"):
                verbosity = 0
            elif argument in ("-f", "--failfast"):
                failfast = True
            elif argument.startswith("-"):
                print(f"{sys.argv[0]}: error: unrecognized arguments: {argument}", file=sys.stderr)
                sys.exit(2)
            else:
                names.append(argument)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, module)
        else:
            self.test = testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = result.TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast))
        self.result = testRunner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
