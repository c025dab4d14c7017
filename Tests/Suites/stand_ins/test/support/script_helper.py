import unittest


def _no_processes(*args, **kwargs):
    raise unittest.SkipTest("refused: subprocesses")


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = kill_python = _no_processes
make_script = make_pkg = make_zip_script = interpreter_requires_environment = _no_processes
