"""Names, addresses, texts and numbers that look real: faker's providers with word lists of our own."""
from _refusals import refuser as _refuser
from faker._base import UniquenessException
from faker._data import LOCALES as _LOCALES
from faker._generator import Generator

VERSION = __version__ = "37.0.0"
_KNOWN_TO_FAKER = """ar_AA ar_AE ar_SA az_AZ bg_BG bn_BD bs_BA cs_CZ da_DK de_AT de_CH dk_DK el_GR en_AU en_CA en_IE en_IN
en_NZ en_PH en_TH es_AR es_CL es_CO es_MX et_EE fa_IR fi_FI fil_PH fr_BE fr_CA fr_CH ga_IE he_IL hi_IN hr_HR hu_HU hy_AM id_ID
ja_JP ka_GE ko_KR lt_LT lv_LV ne_NP nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE ta_IN th_TH tr_TR tw_GH
uk_UA vi_VN zh_CN zh_TW""".split()
_BY_LANGUAGE = {"en": "en_US", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "es_MX": "es_ES"}


def _locale(name):
    text = str(name).replace("-", "_")
    text = _BY_LANGUAGE.get(text, text) if "_" not in text else text
    if text in _LOCALES:
        return text
    if text in _KNOWN_TO_FAKER:
        raise AttributeError(
            "faker's locale `%s` is not here: Katydid has %s" % (text, ", ".join(sorted(_LOCALES))))
    raise AttributeError("Invalid configuration for faker locale `%s`" % text)


class _Unique:
    """Values that differ from all given before for the same call."""

    def __init__(self, owner):
        self._owner = owner
        self._seen = {}
        self._excluded = set()

    def clear(self):
        self._seen = {}

    def exclude_types(self, types):
        self._excluded.update(types)

    def __getitem__(self, locale):
        return _Unique(self._owner[locale])

    def __getattr__(self, name):
        function = getattr(self._owner, name)
        if not callable(function):
            raise TypeError("Accessing non-functions through .unique is not supported.")

        def draw(*args, **kwargs):
            key = (name, args, tuple(sorted(kwargs.items())))
            seen = self._seen.setdefault(key, set())
            for _ in range(1000):
                value = function(*args, **kwargs)
                mark = repr(value) if isinstance(value, (list, dict, set)) else value
                if type(value) in self._excluded:
                    return value
                if mark not in seen:
                    seen.add(mark)
                    return value
            raise UniquenessException("Got duplicated values after 1,000 attempts.")

        return draw


class _Optional:
    def __init__(self, owner):
        self._owner = owner

    def __getattr__(self, name):
        function = getattr(self._owner, name)

        def draw(*args, prob=0.5, **kwargs):
            if not 0 < prob <= 1.0:
                raise ValueError("prob must be between 0 and 1")
            if prob == 1.0 or self._owner.random.random() < prob:
                return function(*args, **kwargs)
            return None

        return draw


class Faker:
    """Draws from one locale, or from several by turns of chance."""

    def __init__(self, locale=None, providers=None, generator=None, includes=None, use_weighting=True, **config):
        weights = None
        if locale is None:
            names = ["en_US"]
        elif isinstance(locale, str):
            names = [_locale(locale)]
        elif isinstance(locale, dict):
            names = [_locale(name) for name in locale]
            weights = list(locale.values())
        else:
            names = []
            for name in locale:
                if not isinstance(name, str):
                    raise TypeError("The locale %r must be a string." % (name,))
                if _locale(name) not in names:
                    names.append(_locale(name))
        self._locales = names
        self._weights = weights
        self._map = {name: Generator(name) for name in names}
        self._factories = list(self._map.values())
        self._unique = _Unique(self)
        self._optional = _Optional(self)
        for provider in providers or ():
            self.add_provider(provider)

    def __repr__(self):
        return "<faker.proxy.Faker object at 0x%x>" % id(self)

    def __dir__(self):
        names = set(object.__dir__(self))
        names.update(dir(Generator))
        return sorted(names)

    def __getitem__(self, locale):
        return self._map[locale.replace("-", "_")]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._pick(), name)

    def _pick(self):
        if len(self._factories) == 1:
            return self._factories[0]
        source = self._factories[0].random
        return source.choices(self._factories, self._weights)[0]

    @property
    def unique(self):
        return self._unique

    @property
    def optional(self):
        return self._optional

    @property
    def locales(self):
        return list(self._locales)

    @property
    def factories(self):
        return self._factories

    @property
    def random(self):
        return self._factories[0].random

    @random.setter
    def random(self, value):
        for factory in self._factories:
            factory.random = value

    @classmethod
    def seed(cls, seed=None):
        Generator.seed(seed)

    def seed_instance(self, seed=None):
        for factory in self._factories:
            factory.seed_instance(seed)

    def seed_locale(self, locale, seed=None):
        self._map[locale.replace("-", "_")].seed_instance(seed)

    def add_provider(self, provider):
        for factory in self._factories:
            factory.add_provider(provider)

    def items(self):
        return list(self._map.items())


class Factory:
    @classmethod
    def create(cls, locale=None, providers=None, generator=None, includes=None, **config):
        made = Generator(_locale(locale or "en_US"))
        for provider in providers or ():
            made.add_provider(provider)
        return made


__getattr__ = _refuser(__name__)
