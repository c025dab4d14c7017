counter = 0


def count(user):
    counter += 1  # bad: 5
    user.get(counter)


def fine(items):
    global counter
    counter += 1
    for item in items:
        if item:
            print(last)
        last = item


def late():
    print(value)  # bad: 11
    value = 1
    return value


print(later)  # bad: 7
later = 1


def ok():
    return afterwards


afterwards = 2
try:
    unicode
except NameError:
    unicode = str
