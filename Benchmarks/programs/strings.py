def run():
    parts = []
    for i in range(1500000): parts.append("item-" + str(i) + f":{i}")
    s = ",".join(parts)
    return len(s), s.count("9"), len(s.split(","))
print(run())
