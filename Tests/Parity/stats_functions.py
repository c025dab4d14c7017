# no-csv
import json

from locust import stats
from locust.stats import (
    avg, calculate_response_time_percentile, diff_response_time_dicts, get_readable_percentiles, sort_stats,
)
from parity import Once


class Counts(Once):
    def act(self):
        times = {1: 2, 5: 3, 100: 4, 2000: 1}
        for percent in (0.0, 0.2, 0.5, 0.51, 0.9, 0.91, 0.99, 1.0):
            print(percent, calculate_response_time_percentile(times, 10, percent))
        print(calculate_response_time_percentile({}, 0, 0.5))
        print(diff_response_time_dicts({1: 5, 2: 3}, {1: 2, 2: 3}), diff_response_time_dicts({1: 1}, {}))
        print(avg([1, 2, 6]), avg([]))
        print(get_readable_percentiles([0.5, 0.95, 0.999, 1.0]))
        print(stats.PERCENTILES_TO_REPORT, stats.PERCENTILES_TO_STATISTICS, stats.PERCENTILES_TO_CHART)
        print(stats.CONSOLE_STATS_INTERVAL_SEC, stats.CSV_STATS_INTERVAL_SEC, stats.CSV_STATS_FLUSH_INTERVAL_SEC)
        print(stats.HISTORY_STATS_INTERVAL_SEC, stats.CURRENT_RESPONSE_TIME_PERCENTILE_WINDOW)
        for name in ("z", "a", "m"):
            self.client.get("/json", name=name)
        self.client.post("/echo", name="a")
        print([(entry.name, entry.method) for entry in sort_stats(self.environment.stats.entries)])
        self.client.get("/status/404")
        stats.print_stats(self.environment.stats)
        stats.print_percentile_stats(self.environment.stats)
        stats.print_error_report(self.environment.stats)
        stats.save_stats_json(self.environment.stats, "saved")
        with open("saved.json") as file:
            saved = json.load(file)
        print(sorted((item["method"], item["name"]) for item in saved), sorted(saved[0]))
