"""The user's name."""
import os as _os


class GetPassWarning(UserWarning):
    pass


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = _os.environ.get(name)
        if user:
            return user
    return "root"


def getpass(prompt="Password: ", stream=None):
    raise RuntimeError("getpass.getpass() is refused: a worker has no keyboard; read the password from os.environ")
