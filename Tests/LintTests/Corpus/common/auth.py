"""How a user of the tests in this folder gets its token."""


def get_token(host):
    return "token for " + host


def refresh(token):
    return token + "+"
