class HTTPClientPool:
    """Connections that users share: how many of them to one host may be in use at a time."""

    def __init__(self, concurrency=1, **kwargs):
        if kwargs:
            raise NotImplementedError(
                "HTTPClientPool() takes concurrency alone here: set %s on the user class" % ", ".join(sorted(kwargs))
            )
        self.concurrency = concurrency

    def close(self):
        pass


class HTTPClient:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("HTTPClient isn't there by itself: use the client of a FastHttpUser")
