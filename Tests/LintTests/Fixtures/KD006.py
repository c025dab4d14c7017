def index(l):
    l.client.get("/", headers={"User-Agent": "locust", name="/index"})  # bad: 56
    l.client.get("/", headers={"User-Agent": "locust"}, name="/index")
