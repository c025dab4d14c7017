name = input("Which user? ")  # bad: 8
value = eval("1 + 1")  # bad: 9


def compile(x):
    return x


compile("x")
