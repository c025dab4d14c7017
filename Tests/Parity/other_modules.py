import logging
import os
from locust.log import setup_logging, LogReader
from locust.stats import calculate_response_time_percentile, diff_response_time_dicts, get_readable_percentiles
from locust.user.inspectuser import get_ratio
from locust.user.task import LOCUST_STATE_RUNNING, LOCUST_STATE_STOPPING, LOCUST_STATE_WAITING
from locust.util.cache import memoize
from locust.util.date import format_duration, format_utc_timestamp
from locust.util.rounding import proper_round
from locust.util.timespan import parse_timespan
from locust.util.url import is_url
from parity import Once

calls = []


@memoize(60)
def slow(value):
    calls.append(value)
    return value


class Uses(Once):
    def act(self):
        print([parse_timespan(text) for text in ("20", "20s", "3m", "1h20m", "3h30m10s")])
        for wrong in ("", "1d", "5s1m", "1.5s"):
            try:
                parse_timespan(wrong)
            except ValueError as error:
                print(error)
        print(proper_round(2.5), proper_round(1.005, 2), proper_round(3), is_url("https://x/y"), is_url("x/y"))
        print(format_duration(0, 90061), "|", format_duration(0, 61), "|", format_duration(5, 5))
        print(format_utc_timestamp(86400.9), get_readable_percentiles([0.5, 0.999, 1.0]))
        print(calculate_response_time_percentile({10: 3, 20: 1, 30: 1}, 5, 0.8), diff_response_time_dicts({1: 3}, {1: 1}))
        print(slow(1), slow(2), calls)
        slow.clear_cache()
        print(slow(3), calls)
        print(self._state == LOCUST_STATE_RUNNING, LOCUST_STATE_WAITING, LOCUST_STATE_STOPPING)
        print(get_ratio([Uses], {"Uses": 1}, False))
        reader = LogReader()
        logger = logging.getLogger("parity")
        logger.addHandler(reader)
        logger.warning("kept")
        print(list(reader.logs))
