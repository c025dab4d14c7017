"""What specs set of the reports, and the classes of the statistics for annotations."""

import _engine

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
