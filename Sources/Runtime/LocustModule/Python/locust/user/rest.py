import time



class _Rest:
    """`with user.rest(…) as response`: the response with its JSON, and a verdict on whatever happens in the block."""

    def __init__(self, user, method, url, headers, options):
        headers = dict(headers) if headers else {}
        given = [name.lower() for name in headers]
        for name in ("Content-Type", "Accept"):
            if name.lower() not in given:
                headers[name] = "application/json"
        self.response = user.client.request(method, url, catch_response=True, headers=headers, **options)

    def __enter__(self):
        response = self.response.__enter__()
        response.js = None
        if response.content is None:
            response.failure(str(response.error))
        elif response.text:
            try:
                response.js = response.json()
            except ValueError as error:
                response.failure(
                    f"Could not parse response as JSON. {response.text[:250]}, response code {response.status_code}, "
                    f"error {error}"
                )
        return response

    def __exit__(self, kind, exception, trace):
        response = self.response
        if kind is None or not issubclass(kind, Exception):
            return response.__exit__(kind, exception, trace)
        short = response.text[:200] if response.text else response.text
        if issubclass(kind, AssertionError):
            text = exception.args[0] if exception.args else "Assertion failed"
            if text.endswith(","):
                text = f"{text[:-1]}, response was {short}"
            response.failure(text)
        else:
            response.failure(f"{kind.__name__}: {exception} at {_places(trace)}. Response was {short}")
        response.__exit__(None, None, None)
        return True


def _places(trace):
    """Where an exception came from, as `file:line in function`."""
    import traceback

    return ", ".join(
        f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)
        if not frame.filename.startswith("<")
    )


class RestMixin:
    def rest(self, method, url, headers=None, **kwargs):
        return _Rest(self, method, url, headers, kwargs)

    def rest_(self, method, url, name=None, **kwargs):
        """`rest` with a timestamp in the query, so that no cache answers."""
        mark = "&" if "?" in url else "?"
        if name is None:
            name = url + mark + "_=..."
        return self.rest(method, f"{url}{mark}_={int(time.time() * 1000)}", name=name, **kwargs)
