"""What the third-party modules say of names that they lack."""


class MissingName(AttributeError):
    """Importing the name raises `ImportError` with the same text, the attribute `refusal`."""


def refuser(module, hint="docs/third-party.md lists what is there"):
    """A module's `__getattr__`, which refuses what isn't there by name."""

    def __getattr__(name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError("module %r has no attribute %r" % (module, name))
        text = "Katydid's %s has no %r: %s" % (module, name, hint)
        error = MissingName(text)
        error.refusal = text
        raise error

    return __getattr__
