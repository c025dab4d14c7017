import _katydid


def run_single_user(
    user_class, include_length=False, include_time=False, include_context=False, include_payload=False,
    loglevel="WARNING",
):
    _katydid.run_single_user(user_class)
