"""Classes made of annotated fields."""
from dataclasses._fields import (
    Field, field, fields, FrozenInstanceError, InitVar, is_dataclass, KW_ONLY, MISSING)
from dataclasses._methods import dataclass

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


def __getattr__(name):
    if name not in ("asdict", "astuple", "make_dataclass", "replace"):
        raise AttributeError(f"module 'dataclasses' has no attribute {name!r}")
    import dataclasses._uses as part

    value = globals()[name] = getattr(part, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__})
