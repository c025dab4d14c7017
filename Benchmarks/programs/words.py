# Counting, grouping and sorting the words of a made-up text.
import random
from collections import Counter, defaultdict

random.seed(7)
SYLLABLES = ["ka", "ty", "did", "lo", "cust", "swarm", "er", "ing", "test", "load"]
words = ["".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(300_000)]
text = " ".join(words)

counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
assert counts == Counter(words)

groups = defaultdict(list)
for word, n in counts.items():
    groups[len(word)].append((n, word))
for length in sorted(groups):
    n, word = max(groups[length])
    print(length, len(groups[length]), word, n)
print(text.upper().count("KATYDID"), len(text.replace("cust", "")), text.title()[:30], text.find("swarming"))
