# Eight queens by generators over permutations, and by sets.
from itertools import permutations


def by_permutation(n):
    for rows in permutations(range(n)):
        if n == len({c + r for c, r in enumerate(rows)}) == len({c - r for c, r in enumerate(rows)}):
            yield rows


def by_rows(n, row=0, columns=frozenset(), ups=frozenset(), downs=frozenset()):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        if column not in columns and row + column not in ups and row - column not in downs:
            found += by_rows(n, row + 1, columns | {column}, ups | {row + column}, downs | {row - column})
    return found


print(len(list(by_permutation(9))), by_rows(9))
