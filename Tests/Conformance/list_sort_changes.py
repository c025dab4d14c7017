"""What sorting does to a list that changes meanwhile."""
class Item:
    action = None

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Item.action()
        return self.value < other.value


def attempt(action, key=None, count=5):
    numbers = [Item(i) for i in range(count, 0, -1)]
    Item.action = lambda: action(numbers)
    try:
        numbers.sort(key=key)
        print("sorted", [item.value for item in numbers])
    except ValueError as error:
        print(error, [item.value for item in numbers])


attempt(lambda numbers: None)
attempt(lambda numbers: numbers.append(3))
attempt(lambda numbers: (numbers.append(3), numbers.clear()))
attempt(lambda numbers: (numbers.append(3), numbers.pop()))
attempt(lambda numbers: numbers.clear())
attempt(lambda numbers: len(numbers))
attempt(lambda numbers: numbers.extend([]))
attempt(lambda numbers: numbers.append(1), count=1)


def fails(numbers):
    raise ValueError("from the comparison")


attempt(fails)
words = ["b", "a"]
try:
    words.sort(key=lambda word: words.append(word) or word)
except ValueError as error:
    print(error, words)
print(sorted([3, 1, 2], key=lambda n: -n), sorted("hello", reverse=True))
