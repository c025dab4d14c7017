# Warnings go to standard error, which is compared as well.
import logging
import random
import re
import threading
import warnings

print(warnings.filters)
warnings.warn("mine")
warnings.warn("deprecated here", DeprecationWarning)
warnings.warn("pending", PendingDeprecationWarning)
warnings.warn("beyond the outermost frame", FutureWarning, stacklevel=2)
warnings.warn("by position", UserWarning, 1)


def inner(level):
    warnings.warn("in a function", UserWarning, stacklevel=level)


def outer():
    inner(1)
    inner(2)
    inner(3)
    inner(9)


outer()
for _ in range(3):
    inner(2)
    inner(1)

warnings.warn_explicit("explicit", UserWarning, "no_such_file.py", 3)
warnings.warn_explicit("explicit", UserWarning, "no_such_file.py", 3)
registry = {}
for action in ["default", "module", "once", "always", "ignore"]:
    warnings.simplefilter(action)
    for line in [1, 2, 2]:
        warnings.warn_explicit("text " + action, UserWarning, "no_such_file.py", line, registry=registry)
    print(action, registry)
warnings.resetwarnings()
print(warnings.filters)

re.compile("[[a]")
re.compile("[+--b]")
random.randrange(10.0)
logging.warn("hello")
logging.getLogger("some").warn("again")
threading.currentThread()
threading.Thread().setDaemon(True)
print(threading.Thread(name="t").getName())


def show(message, category, filename, lineno, file=None, line=None):
    print("shown", message, category.__name__, lineno, file, line)


with warnings.catch_warnings():
    warnings.showwarning = show
    warnings.warn("to a function of one's own", FutureWarning)


class Special(UserWarning):
    def __str__(self):
        return "special " + ",".join(map(str, self.args))


warnings.warn(Special(1, 2))
warnings.warn("x", Special)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "be qui.t")
    warnings.filterwarnings("error", "raise", category=UserWarning)
    warnings.warn("Be quiet please")
    warnings.warn("not quiet")
    try:
        warnings.warn("raise this")
    except UserWarning as error:
        print(repr(error))
    warnings.warn("raise this", FutureWarning)
for bad in [
    lambda: warnings.warn("x", int), lambda: warnings.warn("x", 3), lambda: warnings.simplefilter("nope"),
    lambda: warnings.filterwarnings("error", 3), lambda: warnings.simplefilter("error", lineno=-1),
    lambda: warnings.filterwarnings("error", category=int), lambda: warnings.filterwarnings("error", module=1),
]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
catcher = warnings.catch_warnings(record=True)
print(catcher)
with catcher as log:
    try:
        catcher.__enter__()
    except RuntimeError as error:
        print(error)
    warnings.warn("caught")
print([str(entry.message) for entry in log])
print(warnings.formatwarning("m", UserWarning, "no_such_file.py", 3), end="")
print(warnings.formatwarning("m", UserWarning, "no_such_file.py", 3, "  the line "), end="")
print(warnings.WarningMessage("m", UserWarning, "f", 1))
warnings.filters.insert(0, ("strange", None, Warning, None, 0))
try:
    warnings.warn("z")
except RuntimeError as error:
    print(error)
