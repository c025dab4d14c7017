from parity import Once


class Resets(Once):
    def act(self):
        stats = self.environment.stats
        self.client.get("/json")
        self.client.get("/status/500")
        stats.reset_all()
        print(stats.num_requests, stats.num_failures, len(stats.entries), len(stats.errors))
        print(stats.get("/json", "GET").num_requests, stats.total.num_requests, dict(stats.total.response_times))
        self.client.get("/json")
        print(stats.num_requests, stats.get("/json", "GET").num_requests)
        stats.clear_all()
        print(stats.num_requests, len(stats.entries), len(stats.errors), stats.total.max_response_time)
        self.client.get("/json", name="last")
        print(stats.num_requests, [name for name, method in stats.entries])
