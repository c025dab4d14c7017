from locust import HttpUser

raise RuntimeError("at import")
