"""Exceptions that others take the place of: their tracebacks keep the frame, and contexts are never lost."""
import traceback


def show(function):
    try:
        print(function())
    except BaseException:
        print(traceback.format_exc())


class Leaving:
    def __enter__(self):
        return self

    def __exit__(self, *info):
        return [][5]


def replaced_in_finally():
    try:
        "%d" % "x"
    finally:
        1 // 0


def replaced_twice():
    try:
        try:
            int("x")
        finally:
            {}["k"]
    finally:
        None.attribute


def replaced_while_leaving():
    with Leaving():
        missing_name


def replaced_in_clause():
    try:
        1 // 0
    except (ValueError, "x"):
        pass


def replaced_by_clause_expression():
    try:
        try:
            1 // 0
        except {}["kinds"]:
            pass
    except KeyError as error:
        return type(error.__context__).__name__, error.__context__.__traceback__.tb_lineno


def not_replaced():
    try:
        try:
            raise ValueError(1)
        except KeyError:
            pass
        finally:
            list(range(3))
    except TypeError:
        pass


def generator():
    try:
        yield 1
        [][1]
    finally:
        yield 2
        {}[2]


def caught_later():
    try:
        try:
            raise ValueError("first")
        finally:
            for _ in [1]:
                continue
    except ValueError as error:
        raise KeyError("second") from error


def asserts_plainly():
    log = []
    assert log


def asserts_not():
    log = [1]
    assert not log, "full"


def asserts_comparison():
    x = 1
    assert x > 1, x


def asserts_several():
    x = 1
    assert x and x < 1 and x


def asserts_either():
    x = 0
    assert (x > 1 if x else x < -1), "neither"


def asserts_chain():
    x = 5
    assert 1 < x < 3


def asserts_call():
    assert bool(
        0)


for function in (replaced_in_finally, replaced_twice, replaced_while_leaving, replaced_in_clause, replaced_by_clause_expression,
                 not_replaced, lambda: list(generator()), caught_later, asserts_plainly, asserts_not, asserts_comparison,
                 asserts_several, asserts_either, asserts_chain, asserts_call):
    show(function)


class Entering(Leaving):
    def __enter__(self):
        return [][6]

    def __exit__(self, *info):
        return [][7]


def fails_to_enter():
    with Entering():
        pass


def fails_to_leave():
    with Leaving() as one: pass


def leaves_second():
    for _ in [1]:
        with (Leaving() as one,
              Leaving()):
            break


def enters_number():
    with Leaving(), 5 as two:
        return two


def clause_in_one_line():
    try: 1 // 0
    except 5: pass


def clause_names_no_class():
    try:
        1 // 0
    except (ZeroDivisionError, "x"):
        pass


def clause_nests():
    try:
        1 // 0
    except ((ZeroDivisionError,),):
        pass


def clause_is_empty():
    try:
        1 // 0
    except ():
        pass


for function in (clause_names_no_class, clause_nests, clause_is_empty, fails_to_enter, fails_to_leave, leaves_second,
                 enters_number, clause_in_one_line):
    show(function)
