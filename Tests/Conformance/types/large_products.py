# Products, powers and repetitions of any size, seen by their remainders.
import math, random
random.seed(5)
primes = (2**61 - 1, 10**9 + 7, 2**127 - 1)
def seen(n): return [n % p for p in primes], n.bit_length(), (n & -n).bit_length() if n else 0
sizes = (1, 3, 4, 5, 39, 40, 41, 79, 80, 81, 82, 127, 160, 161, 333, 640, 1000)
for a in sizes:
    for b in sizes:
        x, y = random.getrandbits(64 * a), random.getrandbits(64 * b)
        product = x * y
        assert product % primes[0] == x % primes[0] * (y % primes[0]) % primes[0]
        if y: assert product // y == x
        print(a, b, seen(product), seen(-x * y), -x * -y == product)
for n in (64 * 40, 64 * 80, 64 * 81, 64 * 200):
    print(seen((2**n - 1) * (2**n - 1)), seen((2**n - 1) * (2**(n - 64) - 1)), seen((2**n + 1) * (2**(n // 2) - 1)))
for base in (2, -2, 3, -3, 10, 2**64 - 1, 7**50, 0, 1, -1):
    for exponent in (0, 1, 2, 3, 63, 64, 65, 500, 777): print(base > 0, exponent, seen(base ** exponent))
print(seen(math.factorial(3000)), seen(3 ** 40000), seen(int('123456789' * 100)))
for text in ('1' * 19, '9' * 38, '1' + '0' * 38, '1' + '0' * 57, '18446744073709551616', '-' + '7' * 400, '0' * 50 + '5', '+' + '1_0' * 30):
    print(int(text), int(' ' + text + '\n') == int(text))
for text in ('1' * 30 + 'x', '1' * 40 + ' 1', '9' * 25 + '_'):
    try: print(int(text))
    except ValueError as e: print(e)
for sequence in ('a', 'ab', 'é', '日本', '', b'x', b'xyz', b'', bytearray(b'pq'), (1,), (1, 2, 3), (), [1], [1, 2], []):
    for count in (-1, 0, 1, 2, 3, 7, 8, 100): print(type(sequence * count).__name__, (sequence * count)[-5:], len(sequence * count), (count * sequence) == sequence * count)
