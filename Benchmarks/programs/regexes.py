# Regular expressions as specs use them: links and tokens of a page, log lines, replacing by a function.
import re

page = "".join(
    f'<li class="item{i % 7}"><a href="/product/{i * 37 % 1000}?ref=list&amp;pos={i}">Product {i}</a> <b>${i % 90}.{i % 10}9</b></li>\n'
    for i in range(2000)
) + '<input type="hidden" name="csrf_token" value="a8f5f167f44f4964e6c998dee827110c">'
log = "\n".join(f"10.0.{i % 256}.{i % 199} - - [26/Nov/2026:10:{i % 60:02}:07] \"GET /p/{i} HTTP/1.1\" {200 + i % 5} {i * 13}" for i in range(40000))

for _ in range(60):
    links = re.findall(r'href="(/product/(\d+)\?[^"]*)"', page)
    prices = [float(m.group(1)) for m in re.finditer(r"<b>\$(\d+\.\d+)</b>", page)]
    token = re.search(r'name="csrf_token" value="([0-9a-f]{32})"', page).group(1)
line = re.compile(r'(?P<ip>\S+) \S+ \S+ \[(?P<when>[^\]]+)\] "(?P<verb>[A-Z]+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+)')
total = 0
for text in log.split("\n"):
    match = line.match(text)
    if match["status"] == "200":
        total += int(match["size"])
shorter = re.sub(r"/product/(\d+)", lambda m: f"/product/{int(m[1]) % 10}", page)
print(len(links), f"{sum(prices):.2f}", token, total, len(shorter), len(re.split(r"\s*<[^>]+>\s*", page)))
