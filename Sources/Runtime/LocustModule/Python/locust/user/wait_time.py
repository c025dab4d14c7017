import _engine

between = _engine.between
constant_pacing = _engine.constant_pacing
poisson = _engine.poisson


def constant(wait_time):
    return lambda instance: wait_time


def constant_throughput(task_runs_per_second):
    if task_runs_per_second <= 0:
        raise ValueError(f"constant_throughput() requires a positive rate, got: {task_runs_per_second}")
    return constant_pacing(1 / task_runs_per_second)
