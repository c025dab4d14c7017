"""The web page's server, as far as specs of old name it."""


class _App:
    """What was a Flask application; pages can't be added here."""

    def __getattr__(self, name):
        raise NotImplementedError(
            f"web.app.{name} is not supported: a spec can't add pages or handlers to the web page; remove them"
        )


app = _App()
