"""Heaps in lists: each item is at most as large as the two below it."""


def _refuse(name, heap):
    if not isinstance(heap, list):
        raise TypeError("%s must be list, not %s" % (name, type(heap).__name__))


def _sift_up(heap, at):
    item = heap[at]
    while at > 0:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sift_down(heap, at):
    """Moves the smaller children up to a leaf, then lets the item rise: fewer comparisons than stopping early."""
    end, start, item = len(heap), at, heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def heappush(heap, item, /):
    if type(heap) is not list:
        _refuse("heappush() argument 1", heap)
    heap.append(item)
    _sift_up(heap, len(heap) - 1)


def heappop(heap, /):
    if type(heap) is not list:
        _refuse("heappop() argument", heap)
    last = heap.pop()
    if not heap:
        return last
    result = heap[0]
    heap[0] = last
    _sift_down(heap, 0)
    return result


def heapreplace(heap, item, /):
    if type(heap) is not list:
        _refuse("heapreplace() argument 1", heap)
    result = heap[0]
    heap[0] = item
    _sift_down(heap, 0)
    return result


def heappushpop(heap, item, /):
    if type(heap) is not list:
        _refuse("heappushpop() argument 1", heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_down(heap, 0)
    return item


def heapify(x, /):
    if type(x) is not list:
        _refuse("heapify() argument", x)
    for at in reversed(range(len(x) // 2)):
        _sift_down(x, at)


def merge(*iterables, key=None, reverse=False):
    iterators = [iter(iterable) for iterable in iterables]
    entries = []
    for order, iterator in enumerate(iterators):
        for value in iterator:
            entries.append([value if key is None else key(value), order, value, iterator])
            break
    while entries:
        best = entries[0]
        for entry in entries[1:]:
            if best[0] < entry[0] if reverse else entry[0] < best[0]:
                best = entry
        yield best[2]
        for value in best[3]:
            best[0] = value if key is None else key(value)
            best[2] = value
            break
        else:
            entries.remove(best)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
