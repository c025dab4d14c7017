# no-csv
from parity import Once


class Serializes(Once):
    """Locust's way of writing entries down sets them to nothing; so there are no tables to compare here."""

    def act(self):
        stats = self.environment.stats
        missing = stats.get("never", "GET")
        print(missing.num_requests, missing.fail_ratio, missing.avg_response_time, missing.median_response_time)
        print(missing.get_response_time_percentile(0.5), missing.min_response_time, missing.max_response_time)
        self.client.get("/json")
        self.client.get("/status/404")
        stats.log_request("JOB", "by hand", 20.0, 7)
        written = {item["name"]: item for item in stats.serialize_stats()}
        print(sorted(written["by hand"]), sorted(name for name in written if name != "never"))
        item = written["by hand"]
        print(item["num_requests"], item["total_response_time"], item["total_content_length"], item["method"])
        print(dict(item["response_times"]), sum(item["num_reqs_per_sec"].values()))
        print(sorted(sorted(item) for item in stats.serialize_errors().values())[0])
