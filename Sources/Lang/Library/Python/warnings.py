"""Warnings, which go to standard error."""
import _katydid
import sys as _sys

filters = []
onceregistry = {}
_defaultaction = "default"
_seen = set()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    return text + "  %s\n" % line.strip() if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    text = formatwarning(message, category, filename, lineno, line)
    (_sys.stderr if file is None else file).write(text)


def _check_action(action):
    assert action in ("error", "ignore", "always", "default", "module", "once"), "invalid action: %r" % (action,)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    import re
    _check_action(action)
    assert isinstance(message, str), "message must be a string"
    item = (action, re.compile(message, re.I) if message else None, category,
            re.compile(module) if module else None, lineno)
    _insert(item, append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _insert((action, None, category, None, lineno), append)


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _seen.clear()


def resetwarnings():
    filters[:] = []
    _seen.clear()


simplefilter("ignore", ResourceWarning)
simplefilter("ignore", ImportWarning)
simplefilter("ignore", PendingDeprecationWarning)
if _katydid.has_log:
    # The file of a load test isn't `__main__`, for which alone these are shown.
    simplefilter("ignore", DeprecationWarning)


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    site = _katydid.call_site()
    if _katydid.notes_frames() and (site is None or stacklevel > 1):
        site = _site(stacklevel)
    if site is None or stacklevel > 1 and not _katydid.notes_frames():
        return _issue(message, category, "<sys>", 1, "sys")
    path, line, _, module, text = site
    _issue(message, category, path, line, module, text)


def _site(level):
    """Where the call stands that is so many levels out; None beyond the outermost."""
    try:
        frame = _katydid.frame(max(1, level) - 1)
    except ValueError:
        return None
    line = frame.f_lineno
    return (frame.f_code.co_filename, line, frame.f_code.co_name, frame.f_globals.get("__name__", "<string>"),
            _katydid.frame_source(frame, line))


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _issue(message, message.__class__ if isinstance(message, Warning) else category, filename, lineno,
           module or filename)


def _issue(message, category, filename, lineno, module, text_line=None):
    if not isinstance(message, Warning):
        text, message = message, category(message)
    else:
        text = str(message)
    action = _defaultaction
    for kind, pattern, cls, where, line in filters:
        if ((pattern is None or pattern.match(str(text))) and issubclass(category, cls)
                and (where is None or where.match(module)) and line in (0, lineno)):
            action = kind
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        key = (str(text), category, 0 if action == "once" else (filename, lineno))
        if key in _seen:
            return
        _seen.add(key)
    if _catchers:
        _catchers[-1].append(WarningMessage(message, category, filename, lineno, line=None))
    else:
        showwarning(message, category, filename, lineno, line=text_line)


_catchers = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._filters = filters[:]
        _seen.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            _catchers.append(log)
            return log
        return None

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        _seen.clear()
        if self._record:
            _catchers.pop()
