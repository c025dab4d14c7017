from locust import stats
from parity import Once


class Prints(Once):
    def act(self):
        self.client.get("/json")
        with self.client.get("/json", name="bad", catch_response=True) as response:
            response.failure("no wings")
        own = self.environment.stats
        for line in stats.get_stats_summary(own)[:2]:
            print(line)
        print([line.split()[:4] for line in stats.get_stats_summary(own)[2:] if line.startswith("GET")])
        print(stats.get_percentile_stats_summary(own)[1])
        for line in stats.get_error_report_summary(own):
            print(line)
        entry = own.get("/json", "GET")
        print(entry.num_requests, entry.num_failures, entry.fail_ratio, entry.total_content_length > 0)
        print(sorted(entry.to_dict()) if hasattr(entry, "to_dict") and False else "", own.num_none_requests)
        for error in own.errors.values():
            print(error.to_name(), error.method, error.name, error.occurrences)
        print(sorted(own.serialize_errors().values(), key=str)[0]["error"])
