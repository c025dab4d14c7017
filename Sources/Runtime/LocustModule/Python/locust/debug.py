import _engine
from locust.event import events
from locust.exception import CatchResponseError


class PrintListener:
    """Prints a line for each request, its columns parted by tabs."""

    def __init__(
        self, env, include_length=False, include_time=False, include_context=False, include_payload=False,
    ):
        env.events.request.add_listener(self.on_request)
        self.include_length = include_length
        self.include_time = include_time
        self.include_context = include_context
        self.include_payload = include_payload
        columns = ["time".ljust(24)] if include_time else []
        columns += ["type", "name".ljust(50), "resp_ms"]
        columns += ["length"] if include_length else []
        columns += ["exception", "context\t" if include_context else ""]
        print("\n" + "\t".join(columns) + "\t" + ("payload\t" if include_payload else ""))

    def on_request(
        self, request_type, name, response_time, response_length, exception, context=None, start_time=None,
        response=None, **kwargs,
    ):
        cells = []
        if self.include_time:
            from datetime import datetime, timezone

            cells.append(datetime.fromtimestamp(start_time, tz=timezone.utc) if start_time else datetime.now())
        elapsed = -1 if response_time is None else round(response_time)
        cells += [request_type, (name or "").ljust(50), str(elapsed).ljust(7)]
        if self.include_length:
            cells.append(response_length)
        text = ""
        if exception:
            text = str(exception) if isinstance(exception, CatchResponseError) else repr(exception)
        cells.append(text[:500].replace("\n", " ").ljust(9))
        if self.include_context:
            cells.append(context or "")
        if self.include_payload:
            request = getattr(response, "request", None)
            cells.append(getattr(request, "body", None))
        print("\t".join(str(cell) for cell in cells) + "\t")


_environment = None


def run_single_user(
    user_class, include_length=False, include_time=False, include_context=False, include_payload=False,
    loglevel="WARNING",
):
    """Runs one user in this process and prints its requests, until it stops by itself or is interrupted."""
    global _environment
    if loglevel:
        import logging

        logging.getLogger().setLevel(loglevel)
    if _environment is None:
        _environment = _engine.single_environment()
        PrintListener(_environment, include_length, include_time, include_context, include_payload)
        events.init.fire(environment=_environment, runner=None, web_ui=None)
    _environment.user_classes = [user_class]
    _environment._filter_tasks_by_tags()
    events.test_start.fire(environment=_environment)
    if _environment.host:
        user_class.host = _environment.host
    _engine.run_single_user(user_class, _environment)
