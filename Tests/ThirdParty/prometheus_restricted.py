from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

registry = CollectorRegistry()
Counter("failures", "those that failed", ["kind"], registry=registry).labels("a").inc(2)
Gauge("running", "users", registry=registry).set(3)
Histogram("seconds", "times", buckets=(1, 2), registry=registry).observe(1.5)

for names in (["running"], ["failures_total", "nothing"], ["seconds_sum", "running"], ["seconds_bucket"], ["failures"], [], {"seconds_count"}):
    print(names, generate_latest(registry.restricted_registry(names)).decode())
lines = generate_latest(registry.restricted_registry(["failures_created"])).decode().splitlines()
print(len(lines), [line.rpartition(" ")[0] for line in lines])
