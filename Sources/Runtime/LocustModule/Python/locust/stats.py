"""What specs set of the reports, and the classes of the statistics for annotations."""

import sys

import _engine
from locust.util.late import late

__getattr__ = late("locust.stats", {"logger": "locust.stats", "console_logger": "locust.stats_logger"})

STATS_NAME_WIDTH = _engine.name_width()
STATS_TYPE_WIDTH = 8
CONSOLE_STATS_INTERVAL_SEC = 2
HISTORY_STATS_INTERVAL_SEC = 5
CSV_STATS_INTERVAL_SEC = 1
CSV_STATS_FLUSH_INTERVAL_SEC = 5
CURRENT_RESPONSE_TIME_PERCENTILE_WINDOW = 10
PERCENTILES_TO_REPORT = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1.0]
PERCENTILES_TO_STATISTICS = [0.95, 0.99]
PERCENTILES_TO_CHART = [0.5, 0.95]

RequestStats, StatsEntry, StatsError = _engine.stats_classes()


def calculate_response_time_percentile(response_times, num_requests, percent):
    """The time within which a share of the requests kept, out of a dict of rounded times and their counts."""
    most_left = int(num_requests * percent)
    seen = 0
    for time in sorted(response_times, reverse=True):
        seen += response_times[time]
        if num_requests - seen <= most_left:
            return time
    return 0


def median_from_dict(total, count):
    """The middle one of `total` values that come as a dict of values and their counts."""
    middle = (total - 1) / 2
    for value in sorted(count):
        if middle < count[value]:
            return value
        middle -= count[value]


def sort_stats(stats):
    return [stats[key] for key in sorted(stats)]


def get_readable_percentiles(percentiles):
    return [f"{int(100 * p) if (100 * p).is_integer() else round(100 * p, 6)}%" for p in percentiles]


def bucket_response_time(response_time):
    """What a time counts as in `response_times`: two digits of it."""
    if response_time < 100:
        return round(response_time)
    return int(round(response_time, -1 if response_time < 1000 else -2 if response_time < 10000 else -3))


def diff_response_time_dicts(latest, old):
    """What has been counted since `old`."""
    new = {time: count - old.get(time, 0) for time, count in latest.items()}
    return {time: count for time, count in new.items() if count}


def avg(values):
    return sum(values, 0.0) / max(len(values), 1)


# The console's tables, for specs that print them themselves.


def _print(lines):
    for line in lines:
        sys.stderr.write(line + "\n")


def _rules(*widths):
    return "|".join("-" * width for width in widths)


def get_stats_summary(stats, current=True):
    width = STATS_NAME_WIDTH - STATS_TYPE_WIDTH + 4
    head = f"{'Type':<{STATS_TYPE_WIDTH}} {'Name':<{width}} {'# reqs':>7} {'# fails':>12} |{'Avg':>7} {'Min':>7} "
    head += f"{'Max':>7}{'Med':>7} | {'req/s':>7} {'failures/s':>11}"
    rule = _rules(STATS_TYPE_WIDTH, width, 7, 13, 7, 7, 7, 7, 8, 11)
    rows = [_row(entry, width, current) for entry in sort_stats(stats.entries)]
    return [head, rule, *rows, rule, _row(stats.total, width, current)]


def _row(entry, width, current):
    if current:
        rates = entry.current_rps, entry.current_fail_per_sec
    else:
        rates = entry.total_rps, entry.total_fail_per_sec
    method = entry.method + " " if entry.method else ""
    failures = f"{entry.num_failures}({entry.fail_ratio * 100:.2f}%)"
    times = entry.avg_response_time, entry.min_response_time or 0, entry.max_response_time, entry.median_response_time
    average, least, most, median = (int(time or 0) for time in times)
    return (
        f"{method:<{STATS_TYPE_WIDTH}} {entry.name:<{width}} {entry.num_requests:>7} {failures:>12} |{average:>7} "
        f"{least:>7} {most:>7}{median:>7} | {rates[0] or 0:>7.2f} {rates[1] or 0:>11.2f}"
    )


def print_stats(stats, current=True):
    _print(get_stats_summary(stats, current) + [""])


def get_percentile_stats_summary(stats):
    titles = get_readable_percentiles(PERCENTILES_TO_REPORT)
    shown = [f"{title:>6}" for title in titles[1:]] + ["# reqs"]
    head = f"{'Type':<{STATS_TYPE_WIDTH}} {'Name':<{STATS_NAME_WIDTH}} {titles[0]:>8} {' '.join(shown)}"
    rule = _rules(STATS_TYPE_WIDTH, STATS_NAME_WIDTH, 8, *[6] * len(titles))
    rows = [_percentiles(entry) for entry in sort_stats(stats.entries) if entry.response_times]
    last = [_percentiles(stats.total)] if stats.total.response_times else []
    return ["Response time percentiles (approximated)", head, rule, *rows, rule, *last]


def _percentiles(entry):
    times = [entry.get_response_time_percentile(share) for share in PERCENTILES_TO_REPORT]
    shown = [f"{int(time):>6}" for time in times[1:]] + [f"{entry.num_requests:>6}"]
    return (
        f"{entry.method or '':<{STATS_TYPE_WIDTH}} {entry.name:<{STATS_NAME_WIDTH}} {int(times[0]):>8} "
        f"{' '.join(shown)}"
    )


def print_percentile_stats(stats):
    _print(get_percentile_stats_summary(stats) + [""])


def get_error_report_summary(stats):
    rule = _rules(18, 80 + STATS_NAME_WIDTH - 19)
    rows = [f"{error.occurrences:<18} {error.to_name():<100}" for error in stats.errors.values()]
    return ["Error report", f"{'# occurrences':18} {'Error':100}", rule, *rows, rule, ""]


def print_error_report(stats):
    if stats.errors:
        _print(get_error_report_summary(stats))


def print_stats_json(stats):
    import json

    print(json.dumps(stats.serialize_stats(), indent=4))


def save_stats_json(stats, filename):
    import json

    with open(f"{filename}.json", "w") as file:
        json.dump(stats.serialize_stats(), file, indent=4)


def stats_printer(stats):
    """A function that prints the table for ever, for `gevent.spawn`."""

    def print_for_ever():
        import gevent

        while True:
            print_stats(stats)
            gevent.sleep(CONSOLE_STATS_INTERVAL_SEC)

    return print_for_ever
