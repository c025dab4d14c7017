from yaml.error import YAMLError


class RepresenterError(YAMLError):
    pass
