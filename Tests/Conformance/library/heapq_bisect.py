"""heapq and bisect."""
import bisect
import heapq

from facts import calls

for items in ([], [1], [3, 1, 2], [5, 5, 1, 9, 0, -3], list("heap")):
    heap = list(items)
    heapq.heapify(heap)
    print(heap, [heapq.heappop(heap) for _ in range(len(heap))], heapq.nsmallest(2, items), heapq.nlargest(2, items))
    heap = []
    for item in items:
        heapq.heappush(heap, item)
    print(heap, heap and heapq.heappushpop(heap, items[0]), heap and heapq.heapreplace(heap, items[-1]), heap)
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([3, 1], [2], reverse=True)), heapq.nsmallest(2, ["bb",
    "a", "ccc"], key=len))
for function in (bisect.bisect, bisect.bisect_left, bisect.bisect_right):
    calls(function, ([], 1), ([1, 2, 2, 3], 2), ([1, 2, 2, 3], 5), ([1, 3], 2, 1), ([1, 2, 3], 2, 0, 1), ([1], "a"),
        ([1, 2], 1, -1))
items = [1, 3]
bisect.insort(items, 2)
bisect.insort_left(items, 3)
print(items, bisect.bisect(["a", "bb"], 1, key=len))
