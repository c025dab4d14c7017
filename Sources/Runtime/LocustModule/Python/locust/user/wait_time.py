import _katydid

between = _katydid.between
constant = _katydid.constant
constant_pacing = _katydid.constant_pacing
poisson = _katydid.poisson


def constant_throughput(task_runs_per_second):
    if task_runs_per_second <= 0:
        raise ValueError(f"constant_throughput() requires a positive rate, got: {task_runs_per_second}")
    return constant_pacing(1 / task_runs_per_second)
