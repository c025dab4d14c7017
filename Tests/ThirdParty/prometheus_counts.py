import prometheus_client as pc

registry = pc.CollectorRegistry()
counter = pc.Counter("failures", "help", registry=registry)
gauge = pc.Gauge("running", "help", registry=registry)
labelled = pc.Counter("by_kind", "help", ["kind"], registry=registry)


@counter.count_exceptions(ValueError)
def failing(error):
    raise error


@gauge.track_inprogress()
def inside():
    return gauge._value.get() if hasattr(gauge._value, "get") else gauge._value


for error in (ValueError("x"), KeyError("y"), ValueError("z")):
    try:
        failing(error)
    except (ValueError, KeyError) as e:
        print(type(e).__name__)
try:
    with labelled.labels("a").count_exceptions():
        raise OSError
except OSError:
    pass
with gauge.track_inprogress():
    print(inside(), registry.get_sample_value("running"))
print(registry.get_sample_value("running"), registry.get_sample_value("failures_total"), registry.get_sample_value("by_kind_total", {"kind": "a"}))
for act in (lambda: pc.Gauge("g2", "h", ["__x"]), lambda: pc.Summary("s2", "h", ["quantile"]), lambda: pc.Histogram("h2", "h", ["le"]),
            lambda: labelled.count_exceptions()):
    try:
        act()
    except ValueError as e:
        print(type(e).__name__)
