import time

from locust import HttpUser, SequentialTaskSet, User, constant, task


def quit(holder):
    """Ends the run from a user or a task set, when Locust has written its files, which it does once a second."""
    time.sleep(1.6)
    getattr(holder, "user", holder).environment.runner.quit()
    time.sleep(10)


class Once(HttpUser):
    """A user that runs `act` once and ends the test."""

    abstract = True
    wait_time = constant(0)

    @task
    def run_once(self):
        try:
            self.act()
        except Exception:
            # The exception is to be reported before the end.
            type(self).tasks = [quit]
            raise
        quit(self)


class OnceUser(User):
    """The same without a client."""

    abstract = True
    wait_time = constant(0)
    run_once = Once.run_once


class Steps(SequentialTaskSet):
    """Tasks that are run once, one after another; then the test ends."""

    left = None

    def get_next_task(self):
        if self.left is None:
            self.left = list(self.tasks)
        return self.left.pop(0) if self.left else quit


def visitor(task_set):
    """A user class that runs a task set."""
    return type("Visitor", (User,), {"tasks": [task_set], "wait_time": constant(0)})
