from faker._base import Drawing
from faker._internet import Internet
from faker._misc import Texts
from faker._more import More
from faker._people import People
from faker._times import Times


class Generator(Drawing, People, Times, Internet, Texts, More):
    """Everything that one locale gives."""

    def __init__(self, locale="en_US"):
        Drawing.__init__(self, locale)
        self._providers = []

    def add_provider(self, provider):
        """Takes over the methods of a provider of the spec's own; those of faker are there already."""
        if not isinstance(provider, type):
            provider = getattr(provider, "Provider", provider)
        made = provider(self) if isinstance(provider, type) else provider
        self._providers.insert(0, made)

    def get_providers(self):
        return list(self._providers)

    def provider(self, name):
        for made in self._providers:
            if type(made).__name__ == name or getattr(made, "__provider__", None) == name:
                return made
        return None

    def __getattribute__(self, name):
        if not name.startswith("_"):
            for made in object.__getattribute__(self, "__dict__").get("_providers", ()):
                if name in dir(type(made)) and not hasattr(Drawing, name):
                    return getattr(made, name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        raise AttributeError(
            "'Generator' object has no attribute %r (Katydid's faker: docs/third-party.md lists its providers)" % name)

    def get_formatter(self, name):
        return getattr(self, name)

    set_formatter = None
