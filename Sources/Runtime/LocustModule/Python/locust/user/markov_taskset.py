import random

from locust.exception import LocustError
from locust.user.task import TaskSet


class NoMarkovTasksError(LocustError):
    pass


class InvalidTransitionError(LocustError):
    pass


class NonMarkovTaskTransitionError(LocustError):
    pass


class MarkovTaskTagError(LocustError):
    pass


def transition(func_name, weight=1):
    """The decorated task may be followed by another, `weight` times as likely as one of weight 1."""
    return transitions({func_name: weight})


def transitions(weights):
    """Several transitions at once: a dict of names and weights, or a list of names and pairs."""
    if not isinstance(weights, dict):
        weights = dict(item if isinstance(item, tuple) else (item, 1) for item in weights)

    def decorate(function):
        function.transitions = {**getattr(function, "transitions", {}), **weights}
        return function

    return decorate


class MarkovTaskSet(TaskSet):
    """Tasks that follow one another by chance: each names its possible successors, the first one declared begins."""

    abstract = True
    is_markov = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        own = cls.__dict__
        if own.get("abstract"):
            return
        cls.abstract = False
        states = {name: item for name, item in own.items() if hasattr(item, "transitions")}
        _check(cls.__name__, states, own)
        cls.current = next(iter(states.values()))

    @classmethod
    def _collect_tasks(cls):
        return []

    def get_next_task(self):
        state = self.current
        successors = state.transitions
        name = random.choice([name for name, weight in successors.items() for _ in range(weight)])
        # The class's, not the instance's: a task gets its task set as an argument.
        self.current = getattr(type(self), name)
        return state


def _check(cls, states, own):
    if not states:
        raise NoMarkovTasksError(
            f"No Markov tasks defined in class {cls}. Use the @transition(s) decorators to define some."
        )
    for state in states.values():
        for name in state.transitions:
            if not own.get(name):
                raise InvalidTransitionError(
                    f"Transition to {name} from {state.__name__} is invalid since no such element exists on class {cls}"
                )
            if name not in states:
                raise NonMarkovTaskTransitionError(
                    f"{cls}.{name} cannot be used as a target for a transition since it does not define any transitions "
                    f"of its own.Used as a transition from {state.__name__}."
                )
    first = next(iter(states))
    reached, todo = {first}, [first]
    while todo:
        for name, weight in states[todo.pop()].transitions.items():
            if weight > 0 and name not in reached:
                reached.add(name)
                todo.append(name)
    lost = {state.__name__ for name, state in states.items() if name not in reached}
    if lost:
        _warn(f"The following markov tasks are unreachable in class {cls}: {lost}")
    for state in states.values():
        if state.__name__ in ("on_stop", "on_start"):
            _warn(
                "You have tagged your on_stop/start function with @transition. This will make the method get called "
                "both as a step AND on stop/start."
            )
        if state.__name__ == "run":
            raise Exception(
                "TaskSet.run() is a method used internally by Locust, and you must not override it or annotate it with "
                "transitions"
            )
        if hasattr(state, "locust_tag_set"):
            raise MarkovTaskTagError(
                "Tags are unsupported for MarkovTaskSet since they can make the markov chain invalid. "
                f"Tags detected on {cls}.{state.__name__}: {state.locust_tag_set}"
            )


def _warn(text):
    import logging

    logging.warning(text)
