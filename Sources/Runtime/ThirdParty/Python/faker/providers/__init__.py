from _refusals import refuser as _refuser
from faker._base import Drawing as _Drawing


class BaseProvider(_Drawing):
    """What a provider of the spec's own derives from; its methods become those of the generator."""

    __provider__ = "base"

    def __init__(self, generator):
        self.generator = generator
        self._locale = generator._locale
        self._data = generator._data

    @property
    def random(self):
        return self.generator.random


class ElementsType:
    pass


class DynamicProvider(BaseProvider):
    """A provider with one method, which draws from given elements."""

    def __init__(self, provider_name, elements=None, generator=None):
        if not elements:
            elements = []
        self._name = provider_name
        self.elements = elements
        self.generator = generator
        self.__provider__ = provider_name

    def add_element(self, element):
        self.elements.append(element)

    def get_random_value(self, use_weighting=True):
        return self.random_element(self.elements)


_BUILT_IN = {
    "address", "automotive", "bank", "barcode", "color", "company", "credit_card", "currency", "date_time", "emoji",
    "file", "geo", "internet", "isbn", "job", "lorem", "misc", "passport", "person", "phone_number", "profile",
    "python", "ssn", "user_agent",
}


class _BuiltIn:
    """A module of faker's own providers, whose methods every generator has."""

    def __init__(self, name):
        self.__name__ = "faker.providers." + name

    class Provider:
        def __init__(self, generator):
            pass


for _name in _BUILT_IN:
    globals()[_name] = _BuiltIn(_name)

__getattr__ = _refuser(__name__)
