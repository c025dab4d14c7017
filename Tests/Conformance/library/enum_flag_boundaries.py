# What becomes of bits that no member has alone, under each boundary.
import enum


def show(make):
    try:
        value = make()
        print(repr(value), str(value))
    except Exception as error:
        print(type(error).__name__, str(error).replace("\n", "|"))


BODIES = [dict(A=1, B=2, D=4, AB=3, Q=16), dict(AB=3, C=4), dict(A=1, AB=3, C=8), dict(C=12, A=4, Z=0), dict(L=0, K=3)]
for base in (enum.Flag, enum.IntFlag):
    for boundary in (enum.STRICT, enum.CONFORM, enum.EJECT, enum.KEEP):
        for body in BODIES:
            made = base("Made", body, boundary=boundary)
            print(base.__name__, boundary, list(made), len(made))
            for value in range(-18, 34):
                show(lambda: made(value))
            for member in made.__members__.values():
                show(lambda: ~member)
                show(lambda: list(member))
                show(lambda: len(member))
                for other in made.__members__.values():
                    show(lambda: member | other)
                    show(lambda: member & other)
                    show(lambda: member ^ other)
