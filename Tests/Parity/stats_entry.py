import time

from locust.stats import StatsEntry
from parity import OnceUser


class Measures(OnceUser):
    def act(self):
        fire = self.environment.events.request.fire
        for milliseconds in (1.5, 2.0, 3.0, 4.0, 50.0, 60.0, 70.0, 80.0, 90.0, 1200.0):
            fire(
                request_type="JOB", name="sum", response_time=milliseconds, response_length=10, exception=None,
                context={},
            )
        fire(request_type="JOB", name="sum", response_time=None, response_length=0, exception=None, context={})
        fire(
            request_type="JOB", name="sum", response_time=30.0, response_length=5, exception=ValueError("odd"), context={}
        )
        stats = self.environment.stats
        for entry in (stats.get("sum", "JOB"), stats.total):
            print(type(entry) is StatsEntry, entry.name, entry.method)
            print(entry.num_requests, entry.num_none_requests, entry.num_failures, round(entry.fail_ratio, 4))
            print(entry.total_response_time, entry.min_response_time, entry.max_response_time)
            print(round(entry.avg_response_time, 3), entry.median_response_time)
            print(entry.total_content_length, round(entry.avg_content_length, 3))
            print(sorted(entry.response_times.items())[1:])
            print([entry.get_response_time_percentile(part) for part in (0.3, 0.5, 0.66, 0.9, 0.99, 1.0)])
            print(sum(entry.num_reqs_per_sec.values()), sum(entry.num_fail_per_sec.values()))
            print(0 <= time.time() - entry.start_time < 5, 0 <= time.time() - entry.last_request_timestamp < 5)
            print(entry.current_rps >= 0, entry.current_fail_per_sec >= 0)
            print(entry.total_rps >= 0, entry.total_fail_per_sec >= 0)
            print(isinstance(entry.get_current_response_time_percentile(0.5), (int, float, type(None))))
        print(stats.num_requests, stats.num_none_requests, stats.num_failures, len(stats.entries), len(stats.errors))
        stats.log_request("JOB", "by hand", 20, 7)
        stats.log_error("JOB", "by hand", ValueError("by hand"))
        entry = stats.get("by hand", "JOB")
        print(entry.num_requests, entry.num_failures, entry.total_content_length)
        print(sorted(sorted(item) for item in stats.serialize_errors().values())[0])
