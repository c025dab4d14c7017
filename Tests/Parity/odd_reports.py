# no-csv
from parity import Once


class Reports(Once):
    """Listeners hear of every report; what can't be counted is logged, and ends the run with status 2."""

    def act(self):
        heard = []
        request = self.environment.events.request
        request.add_listener(lambda name, **kwargs: heard.append(name))
        for name, values in {
            "point in time": {"response_time": 1.7e15}, "endless": {"response_time": 1e18},
            "long": {"response_length": 10**12}, "text": {"response_time": "5"}, "good": {},
        }.items():
            report = {"request_type": "OWN", "name": name, "response_time": 5.0, "response_length": 1, "context": {}}
            request.fire(**{**report, "exception": None, **values})
        print(heard)
        stats = self.environment.stats
        print(stats.get("good", "OWN").num_requests, stats.get("long", "OWN").total_content_length)
        print(stats.get("point in time", "OWN").max_response_time > 1e11)
