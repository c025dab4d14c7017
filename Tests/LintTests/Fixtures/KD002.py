async def f(user):  # bad: 11
    return 1


def g(user):
    return 2 + 1j  # bad: 16


def h():
    try:  # bad: 5
        pass
    except* ValueError:
        pass
