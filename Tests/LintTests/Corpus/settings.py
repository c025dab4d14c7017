BASE_URL = "http://127.0.0.1:8080"
TIMEOUTS = {"low": 1, "high": 2}
