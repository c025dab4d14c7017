# An incremental solver of one-way constraints with strengths, after the description of DeltaBlue by Freeman-Benson,
# Maloney and Borning: a chain of equalities and a set of scaled pairs, both changed and planned anew.
REQUIRED, STRONG, PREFERRED, NORMAL, WEAK_DEFAULT, WEAKEST = range(6)


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.strength = WEAKEST
        self.stay = True
        self.mark = 0


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def added_to(self, planner):
        for variable in self.variables():
            variable.constraints.append(self)
        self.clear()
        planner.add(self)

    def removed_from(self, planner):
        for variable in self.variables():
            variable.constraints.remove(self)
        if self.satisfied():
            planner.remove(self)

    def is_input(self):
        return False

    def satisfy(self, mark, planner):
        self.choose(mark)
        if not self.satisfied():
            assert self.strength != REQUIRED, "a required constraint cannot be satisfied"
            return None
        for variable in self.inputs():
            variable.mark = mark
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.clear()
        out.determined_by = self
        assert planner.propagate(self, mark), "a cycle"
        out.mark = mark
        return overridden

    def known(self, mark):
        return all(v.mark == mark or v.stay or v.determined_by is None for v in self.inputs())


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.active = False
        self.added_to(planner)

    def variables(self):
        return [self.variable]

    def choose(self, mark):
        self.active = self.variable.mark != mark and self.strength < self.variable.strength

    def satisfied(self):
        return self.active

    def clear(self):
        self.active = False

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.source = None
        self.target = None
        self.added_to(planner)

    def variables(self):
        return [self.first, self.second]

    def choose(self, mark):
        a, b = self.first, self.second
        if a.mark == mark:
            forward = b.mark != mark and self.strength < b.strength
            self.source, self.target = (a, b) if forward else (None, None)
        elif b.mark == mark:
            backward = a.mark != mark and self.strength < a.strength
            self.source, self.target = (b, a) if backward else (None, None)
        elif a.strength > b.strength:
            self.source, self.target = (b, a) if self.strength < a.strength else (None, None)
        else:
            self.source, self.target = (a, b) if self.strength < b.strength else (None, None)

    def satisfied(self):
        return self.target is not None

    def clear(self):
        self.source = self.target = None

    def inputs(self):
        return [self.source]

    def output(self):
        return self.target

    def recalculate(self):
        source, out = self.source, self.target
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equality(Binary):
    def execute(self):
        self.target.value = self.source.value


class Scale(Binary):
    def __init__(self, first, scale, offset, second, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(first, second, strength, planner)

    def variables(self):
        return [self.first, self.second, self.scale, self.offset]

    def inputs(self):
        return [self.source, self.scale, self.offset]

    def execute(self):
        if self.target is self.second:
            self.target.value = self.source.value * self.scale.value + self.offset.value
        else:
            self.target.value = (self.source.value - self.offset.value) // self.scale.value

    def recalculate(self):
        source, out = self.source, self.target
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay and self.scale.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output()
        constraint.clear()
        for unsatisfied in sorted(self.remove_from(out), key=lambda c: c.strength):
            self.add(unsatisfied)

    def remove_from(self, out):
        out.determined_by = None
        out.strength = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            variable = todo.pop()
            unsatisfied += [c for c in variable.constraints if not c.satisfied()]
            for constraint in self.consumers(variable):
                constraint.recalculate()
                todo.append(constraint.output())
        return unsatisfied

    def consumers(self, variable):
        by = variable.determined_by
        return [c for c in variable.constraints if c is not by and c.satisfied()]

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output().mark == mark:
                return False
            current.recalculate()
            todo += self.consumers(current.output())
        return True

    def plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = [c for c in sources if c.is_input() and c.satisfied()]
        while todo:
            current = todo.pop()
            out = current.output()
            if out.mark != mark and current.known(mark):
                plan.append(current)
                out.mark = mark
                todo += self.consumers(out)
        return plan

    def change(self, variable, values):
        edit = Edit(variable, PREFERRED, self)
        plan = self.plan([edit])
        for value in values:
            variable.value = value
            for constraint in plan:
                constraint.execute()
        edit.removed_from(self)


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equality(a, b, REQUIRED, planner)
    Stay(variables[-1], STRONG, planner)
    edit = Edit(variables[0], STRONG - 0.5, planner)
    plan = planner.plan([edit])
    for value in range(60):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        assert variables[-1].value == value
    edit.removed_from(planner)
    return variables[-1].value


def projection(n):
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    destinations = []
    for i in range(n):
        source, destination = Variable(f"s{i}", i), Variable(f"d{i}", i)
        destinations.append(destination)
        Stay(source, NORMAL, planner)
        Scale(source, scale, offset, destination, REQUIRED, planner)
    planner.change(source, range(17))
    there = destination.value
    planner.change(destination, range(1050, 1060))
    back = source.value
    planner.change(scale, range(5, 8))
    scaled = sum(d.value for d in destinations[:-1])
    planner.change(offset, range(2000, 2005))
    return there, back, scaled, sum(d.value for d in destinations[:-1])


print([(chain(2000), projection(1500)) for _ in range(8)][-1])
