from faker._base import UniquenessException


class BaseFakerException(Exception):
    pass
