from _requests import CaseInsensitiveDict


class LookupDict(dict):
    """Names that are attributes; those it lacks are None."""

    def __init__(self, name=None):
        self.name = name
        super().__init__()

    def __repr__(self):
        return "<lookup '%s'>" % self.name

    def __getitem__(self, key):
        return self.__dict__.get(key, None)

    def get(self, key, default=None):
        return self.__dict__.get(key, default)
