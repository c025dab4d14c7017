"""The assertions that watch a block or a call."""
import re


class _Watch:
    """What watches for exceptions and warnings have in common."""

    kind = "an exception type or tuple of exception types"
    base = BaseException

    def __init__(self, expected, case, regex=None):
        self.expected, self.case, self.msg = expected, case, None
        self.regex = re.compile(regex) if isinstance(regex, (str, bytes)) else regex
        self.called = None

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.base) for kind in kinds):
            raise TypeError(f"{name}() arg 1 must be {self.kind}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *rest = args
        self.called = getattr(function, "__name__", str(function))
        with self:
            function(*rest, **kwargs)

    def names(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def fail(self, standard):
        raise self.case.failureException(self.case._formatMessage(self.msg, standard))


class RaisesContext(_Watch):
    """Expects an exception, and keeps it as `exception`."""

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.fail(f"{self.names()} not raised" + (f" by {self.called}" if self.called else ""))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.regex is not None and not self.regex.search(str(value)):
            self.fail(f'"{self.regex.pattern}" does not match "{value}"')
        return True


class WarnsContext(_Watch):
    """Expects a warning, and keeps it as `warning`."""

    kind = "a warning class or tuple of warning classes"
    base = Warning

    def __enter__(self):
        import warnings

        self._catch = warnings.catch_warnings(record=True)
        self.warnings = self._catch.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, kind, value, traceback):
        self._catch.__exit__(kind, value, traceback)
        if kind is not None:
            return
        first = None
        for record in self.warnings:
            warning = record.message
            if not isinstance(warning, self.expected):
                continue
            first = first or warning
            if self.regex is None or self.regex.search(str(warning)):
                self.warning, self.filename, self.lineno = warning, record.filename, record.lineno
                return
        if first is not None:
            self.fail(f'"{self.regex.pattern}" does not match "{first}"')
        self.fail(f"{self.names()} not triggered" + (f" by {self.called}" if self.called else ""))


class LogsContext:
    """Watches what a logger gets."""

    def __init__(self, case, logger, level, expected):
        import logging

        self.case, self.expected = case, expected
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.records, self.output = [], []

    def __enter__(self):
        import logging

        watch = self
        style = logging.Formatter("%(levelname)s:%(name)s:%(message)s")

        class Keep(logging.Handler):
            def emit(self, record):
                watch.records.append(record)
                watch.output.append(style.format(record))

        logger = self.logger
        self._before = logger.handlers[:], logger.level, logger.propagate
        handler = Keep()
        handler.setLevel(self.level)
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return self if self.expected else None

    def __exit__(self, kind, value, traceback):
        logger = self.logger
        logger.handlers, level, logger.propagate = self._before
        logger.setLevel(level)
        if kind is not None:
            return False
        import logging

        if self.expected and not self.records:
            raise self.case.failureException(
                f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {logger.name}"
            )
        if not self.expected and self.records:
            raise self.case.failureException(f"Unexpected logs found: {self.output!r}")
