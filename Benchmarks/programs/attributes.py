class Box:
    kind = "box"

    def __init__(self, size):
        self.size = size
        self.count = 0
        self.total = 0


class Lid:
    def __init__(self, box):
        self.box = box


def run():
    box = Box(3)
    lid = Lid(box)
    letters = 0
    for i in range(3000000):
        box.count = box.count + 1
        box.total += box.size
        lid.box.size = i & 7
        letters += len(box.kind)
    return box.count, box.total, lid.box.size, letters


result = run()
assert result[0] == 3000000 and result[3] == 9000000, result
print(result)
