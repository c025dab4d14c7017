"""Metrics that a spec counts, as Prometheus' text. Nobody serves them: print or write `generate_latest()`."""
import time as _time

from _refusals import refuser as _refuser

_INF = float("inf")
CONTENT_TYPE_LATEST = "text/plain; version=0.0.4; charset=utf-8"


def _number(value):
    if value == _INF:
        return "+Inf"
    if value == -_INF:
        return "-Inf"
    if value != value:
        return "NaN"
    return repr(float(value))


def _escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')


class CollectorRegistry:
    def __init__(self, auto_describe=False, target_info=None):
        self._metrics = []

    def register(self, metric):
        names = {item._name for item in self._metrics if hasattr(item, "_name")}
        if getattr(metric, "_name", None) in names:
            raise ValueError("Duplicated timeseries in CollectorRegistry: %s" % {metric._name})
        self._metrics.append(metric)

    def unregister(self, metric):
        self._metrics.remove(metric)

    def get_sample_value(self, name, labels=None):
        for metric in self._metrics:
            for sample, found, value in metric._samples():
                if sample == name and found == (labels or {}):
                    return value
        return None

    def restricted_registry(self, names):
        return _RestrictedRegistry(names, self)


class _RestrictedRegistry:
    """Those of a registry's samples that have certain names."""

    def __init__(self, names, registry):
        self._names = set(names)
        self._registry = registry

    @property
    def _metrics(self):
        return [metric for metric in self._registry._metrics if self._names & metric._sample_names()]


REGISTRY = CollectorRegistry()


class _Metric:
    _type = ""
    _reserved = ()

    def __init__(self, name, documentation, labelnames=(), namespace="", subsystem="", unit="", registry=REGISTRY, **options):
        parts = [part for part in (namespace, subsystem, name) if part]
        self._name = "_".join(parts) + ("_" + unit if unit and not name.endswith(unit) else "")
        if self._type == "counter" and self._name.endswith("_total"):
            self._name = self._name[:-6]
        self._documentation = documentation
        self._labelnames = tuple(labelnames)
        for label in self._labelnames:
            if label.startswith("__"):
                raise ValueError("Reserved label metric name: %s" % label)
            if label in self._reserved:
                raise ValueError("Reserved label methe fric name: %s" % label)
        self._children = {}
        self._options = options
        self._labels = {}
        self._reset()
        if registry is not None and not options.get("_child"):
            registry.register(self)

    def _reset(self):
        self._value = 0.0
        self._created = _time.time()

    def labels(self, *values, **named):
        if not self._labelnames:
            raise ValueError("No label names were set when constructing %s" % self)
        if values and named:
            raise ValueError("Can't pass both *args and **kwargs")
        if named:
            if sorted(named) != sorted(self._labelnames):
                raise ValueError("Incorrect label names")
            values = [named[name] for name in self._labelnames]
        if len(values) != len(self._labelnames):
            raise ValueError("Incorrect label count")
        key = tuple(str(value) for value in values)
        if key not in self._children:
            child = type(self)(self._name, self._documentation, registry=None, **{**self._options, "_child": True})
            child._labels = dict(zip(self._labelnames, key))
            self._children[key] = child
        return self._children[key]

    def remove(self, *values):
        self._children.pop(tuple(str(value) for value in values), None)

    def clear(self):
        self._children.clear()

    def _check(self):
        if self._labelnames:
            raise ValueError("%s metric is missing label values" % self._type)

    def _series(self):
        return [self] if not self._labelnames else list(self._children.values())

    def _samples(self):
        return [sample for child in self._series() for sample in child._own()]

    def _has_created(self):
        return self._type in ("counter", "summary", "histogram")

    def _sample_names(self):
        return {name for name, _, _ in self._samples()} | ({self._name + "_created"} if self._has_created() else set())

    def time(self):
        return _Timer(self.observe if hasattr(self, "observe") else self.set)


class _Watching:
    """What watches a block, or each call of a function that it decorates."""

    def __enter__(self):
        return self

    def __call__(self, function):
        import functools

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with self._anew():
                return function(*args, **kwargs)

        return wrapper

    def _anew(self):
        return self


class _Timer(_Watching):
    def __init__(self, callback):
        self._callback = callback

    def _anew(self):
        return _Timer(self._callback)

    def __enter__(self):
        self._start = _time.perf_counter()
        return self

    def __exit__(self, *exception):
        self._callback(_time.perf_counter() - self._start)


class _ExceptionCounter(_Watching):
    def __init__(self, counter, kinds):
        self._counter = counter
        self._kinds = kinds

    def __exit__(self, kind, exception, traceback):
        if isinstance(exception, self._kinds):
            self._counter.inc()


class _InprogressTracker(_Watching):
    def __init__(self, gauge):
        self._gauge = gauge

    def __enter__(self):
        self._gauge.inc()
        return self

    def __exit__(self, *exception):
        self._gauge.dec()


class Counter(_Metric):
    _type = "counter"

    def inc(self, amount=1, exemplar=None):
        self._check()
        if amount < 0:
            raise ValueError("Counters can only be incremented by non-negative amounts.")
        self._value += amount

    def reset(self):
        self._value = 0.0

    def count_exceptions(self, exception=Exception):
        self._check()
        return _ExceptionCounter(self, exception)

    def _own(self):
        return [(self._name + "_total", self._labels, self._value)]


class Gauge(_Metric):
    _type = "gauge"

    def track_inprogress(self):
        self._check()
        return _InprogressTracker(self)

    def inc(self, amount=1):
        self._check()
        self._value += amount

    def dec(self, amount=1):
        self.inc(-amount)

    def set(self, value):
        self._check()
        self._value = float(value)

    def set_to_current_time(self):
        self.set(_time.time())

    def set_function(self, function):
        self._function = function

    def _own(self):
        function = getattr(self, "_function", None)
        return [(self._name, self._labels, float(function()) if function else self._value)]


class Summary(_Metric):
    _type = "summary"
    _reserved = ("quantile",)

    def _reset(self):
        _Metric._reset(self)
        self._count = 0

    def observe(self, amount):
        self._check()
        self._count += 1
        self._value += amount

    def _own(self):
        return [(self._name + "_count", self._labels, float(self._count)), (self._name + "_sum", self._labels, self._value)]


class Histogram(_Metric):
    _type = "histogram"
    _reserved = ("le",)
    DEFAULT_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0, _INF)

    def _reset(self):
        _Metric._reset(self)
        bounds = [float(bound) for bound in self._options.get("buckets", self.DEFAULT_BUCKETS)]
        if bounds != sorted(bounds):
            raise ValueError("Buckets not in sorted order")
        if bounds and bounds[-1] != _INF:
            bounds.append(_INF)
        self._bounds = bounds
        self._counts = [0] * len(bounds)

    def observe(self, amount, exemplar=None):
        self._check()
        self._value += amount
        for place, bound in enumerate(self._bounds):
            if amount <= bound:
                self._counts[place] += 1
                break

    def _own(self):
        out = []
        total = 0
        for bound, count in zip(self._bounds, self._counts):
            total += count
            out.append((self._name + "_bucket", {**self._labels, "le": _number(bound)}, float(total)))
        return out + [(self._name + "_count", self._labels, float(total)), (self._name + "_sum", self._labels, self._value)]


class Info(_Metric):
    _type = "info"

    def _reset(self):
        self._info = {}

    def info(self, values):
        self._info = dict(values)

    def _own(self):
        return [(self._name + "_info", {**self._labels, **self._info}, 1.0)]


class Enum(_Metric):
    _type = "stateset"

    def _reset(self):
        self._states = list(self._options.get("states", ()))
        if not self._states:
            raise ValueError("No states provided for Enum metric")
        self._now = self._states[0]

    def state(self, state):
        if state not in self._states:
            raise ValueError("'%s' is not in list" % state)
        self._now = state

    def _own(self):
        return [(self._name, {**self._labels, self._name: state}, float(state == self._now)) for state in self._states]


def generate_latest(registry=REGISTRY):
    lines = []
    names = getattr(registry, "_names", None)
    for metric in registry._metrics:
        kind = {"info": "gauge", "stateset": "gauge"}.get(metric._type, metric._type)
        name = metric._name + {"counter": "_total", "info": "_info"}.get(metric._type, "")
        lines.append("# HELP %s %s" % (name, metric._documentation.replace("\\", "\\\\").replace("\n", "\\n")))
        lines.append("# TYPE %s %s" % (name, kind))
        for sample, labels, value in metric._samples():
            if names is not None and sample not in names:
                continue
            shown = ",".join('%s="%s"' % (key, _escaped(text)) for key, text in sorted(labels.items()))
            lines.append("%s%s %s" % (sample, "{%s}" % shown if shown else "", _number(value)))
        if metric._has_created() and (names is None or metric._name + "_created" in names):
            series = metric._series()
            if series:
                lines.append("# HELP %s_created %s" % (metric._name, metric._documentation))
                lines.append("# TYPE %s_created gauge" % metric._name)
            for child in series:
                shown = ",".join('%s="%s"' % (key, _escaped(text)) for key, text in sorted(child._labels.items()))
                lines.append("%s_created%s %s" % (metric._name, "{%s}" % shown if shown else "", repr(child._created)))
    return ("\n".join(lines) + "\n" if lines else "").encode("utf-8")


def _refused(*args, **kwargs):
    raise NotImplementedError(
        "a spec serves and pushes no metrics: the swarm's own reports have the requests; print generate_latest() for others")


start_http_server = start_wsgi_server = push_to_gateway = pushadd_to_gateway = write_to_textfile = _refused
make_wsgi_app = _refused
__getattr__ = _refuser(__name__)
