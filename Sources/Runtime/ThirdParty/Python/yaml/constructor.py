from yaml.error import MarkedYAMLError


class ConstructorError(MarkedYAMLError):
    pass
