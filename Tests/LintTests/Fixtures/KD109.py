def f(list, x):  # bad: 7
    id = x  # bad: 5
    return id, list


class A:
    type = 3

    def input(self):
        return 1
