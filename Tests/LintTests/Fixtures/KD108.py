def f(x):
    if x:
        return 1
        print("never")  # bad: 9
    else:
        raise ValueError
    print("never")  # bad: 5


def g(x):
    while True:
        if x:
            break
        continue
        x = 2  # bad: 9
    return x


def h():
    while True:
        pass
    return 1  # bad: 5


def k():
    try:
        return 1
    except ValueError:
        pass
    return 2
