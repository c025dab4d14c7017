import _engine


def run_single_user(
    user_class, include_length=False, include_time=False, include_context=False, include_payload=False,
    loglevel="WARNING",
):
    _engine.run_single_user(user_class)
