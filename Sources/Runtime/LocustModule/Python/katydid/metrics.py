"""Metrics of a spec's own, of the four kinds that k6 has: the report shows what all workers have added."""

import _engine


class _Metric:
    _kind = ""

    def __init__(self, name, is_time=False):
        if not isinstance(name, str) or not name:
            raise ValueError("a metric needs a name")
        self.name = name
        self.is_time = is_time
        # Finds out now whether the name is in use for another kind.
        _engine.add_metric(self._kind, name, None, is_time)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Counter(_Metric):
    """A sum."""

    _kind = "counter"

    def add(self, value=1):
        if value < 0:
            raise ValueError("a Counter only goes up")
        _engine.add_metric("counter", self.name, float(value), self.is_time)


class Gauge(_Metric):
    """The latest of some values, with the least and the greatest."""

    _kind = "gauge"

    def add(self, value):
        _engine.add_metric("gauge", self.name, float(value), self.is_time)

    set = add


class Trend(_Metric):
    """Values of which the report shows mean and percentiles."""

    _kind = "trend"

    def add(self, value):
        _engine.add_metric("trend", self.name, float(value), self.is_time)


class Rate(_Metric):
    """The share of values that were true."""

    _kind = "rate"

    def add(self, value):
        _engine.add_metric("rate", self.name, bool(value), self.is_time)
