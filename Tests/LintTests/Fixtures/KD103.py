def f(user):
    response = user.get("/")  # bad: 5
    _ignored = user.get("/")
    used = 1
    try:
        pass
    except ValueError as error:  # bad: 12
        pass
    except KeyError as other:
        print(other)
    for i in range(3):
        user.get("/")
    a, b = 1, 2
    with open("x") as file:
        return used


def g():
    x = 1
    return locals()


def h():
    x = 0

    def inner():
        nonlocal x
        x += 1

    return inner
