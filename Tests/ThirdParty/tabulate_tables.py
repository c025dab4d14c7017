from tabulate import tabulate
T = [["a", 1, 2.5, None], ["bb", 20, 3.25, "x"], ["c", 300, 10, "yy"]]
for f in ("plain", "simple", "github", "pipe", "grid", "psql", "pretty", "presto", "outline", "orgtbl", "rst", "tsv"):
    print(f); print(tabulate(T, headers=["n", "count", "f", "q"], tablefmt=f)); print(tabulate([["1", "x"], ["22.5", "yy"]], tablefmt=f))
print(tabulate([{"a": 1, "b": 2}, {"a": 3}], headers="keys")); print(tabulate({"x": [1, 2], "y": ["p", "q"]}, headers="keys", showindex=True)); print(tabulate([["h", "i"], [1, 2]], headers="firstrow", floatfmt=".2f", tablefmt="grid"))
