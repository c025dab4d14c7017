# The outer planets around the sun, as the Computer Language Benchmarks Game describes it: positions in astronomical
# units, velocities per year, masses in solar masses times 4 pi squared.
from math import pi, sqrt

SOLAR_MASS = 4 * pi * pi
YEAR = 365.24


def body(position, velocity, mass):
    return [list(position), [v * YEAR for v in velocity], mass * SOLAR_MASS]


SUN = body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0)
BODIES = [
    SUN,
    body(
        (4.84143144246472090, -1.16032004402742839, -0.103622044471123109),
        (0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023),
        0.000954791938424326609,
    ),
    body(
        (8.34336671824457987, 4.12479856412430479, -0.403523417114321381),
        (-0.00276742510726411107, 0.00499852801234917238, 0.0000230417297573763929),
        0.000285885980666130812,
    ),
    body(
        (12.8943695621391310, -15.1111514016986312, -0.223307578892655734),
        (0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556),
        0.0000436624404335156298,
    ),
    body(
        (15.3796971148509165, -25.9193146099879641, 0.179258772950371181),
        (0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870),
        0.0000515138902046611451,
    ),
]
PAIRS = [(a, b) for i, a in enumerate(BODIES) for b in BODIES[i + 1 :]]


def offset_momentum():
    for axis in range(3):
        SUN[1][axis] = -sum(v[axis] * m for _, v, m in BODIES[1:]) / SUN[2]


def energy():
    e = sum(m * (v[0] ** 2 + v[1] ** 2 + v[2] ** 2) / 2 for _, v, m in BODIES)
    for (p, _, m), (q, _, n) in PAIRS:
        e -= m * n / sqrt((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2)
    return e


def advance(dt, steps):
    for _ in range(steps):
        for (p, v, m), (q, w, n) in PAIRS:
            dx = p[0] - q[0]
            dy = p[1] - q[1]
            dz = p[2] - q[2]
            force = dt / ((dx * dx + dy * dy + dz * dz) ** 1.5)
            k = n * force
            v[0] -= dx * k
            v[1] -= dy * k
            v[2] -= dz * k
            k = m * force
            w[0] += dx * k
            w[1] += dy * k
            w[2] += dz * k
        for p, v, _ in BODIES:
            p[0] += dt * v[0]
            p[1] += dt * v[1]
            p[2] += dt * v[2]


offset_momentum()
print(f"{energy():.9f}")
advance(0.01, 90000)
print(f"{energy():.9f}")
