# Text made from values in each of the ways there are.
rows = []
for i in range(120_000):
    name, price, count = f"item-{i:05d}", i * 1.25, i % 17
    rows.append(f"{name:<12}|{price:>12,.2f}|{count:^5}|{i:#x}|{i / 7:.3e}")
    rows.append("%s costs %8.2f, %d left (%5.1f%%)" % (name, price, count, count / 0.17))
    rows.append("{0} {1!r} {2:+d}".format(name, str(count), i))
    rows.append(str(i) + "," + repr(price) + "," + str(count))
text = "\n".join(rows)
print(len(text), text[1000:1060].replace("\n", "/"), hash(text) == hash("\n".join(rows)))
