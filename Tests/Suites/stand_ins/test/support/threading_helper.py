import contextlib
import threading

can_start_thread = True


def requires_working_threading(*, module=False):
    return None if module else lambda test: test


def reap_threads(test):
    return test


def threading_setup():
    return ()


def threading_cleanup(*original):
    pass


def join_thread(thread, timeout=None):
    thread.join(timeout)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        if unlock:
            unlock()
        for thread in threads:
            thread.join()


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


class catch_threading_exception:
    """Notes the exception that ends a thread."""

    exc_type = exc_value = exc_traceback = thread = None

    def _note(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __enter__(self):
        self._before, threading.excepthook = threading.excepthook, self._note
        return self

    def __exit__(self, *details):
        threading.excepthook = self._before
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None
