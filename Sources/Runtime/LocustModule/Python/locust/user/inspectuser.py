"""How often each task is picked, as `--show-task-ratio` shows it."""

import json

from locust.user.task import TaskSet


def get_ratio(user_classes, user_spawned, total):
    """The share of each class and, within it, of its tasks; with `total` that of all tasks of the run.

    `user_spawned` gives how many users of each class there are, by its name.
    """
    count = sum(user_spawned.values()) or 1
    shares = {}
    for cls in user_classes:
        share = user_spawned.get(cls.__name__, 0) / count
        shares[cls.__name__] = {"ratio": share, "tasks": _of_tasks(cls.tasks, share, total)}
    return shares


def _of_tasks(tasks, share, total):
    whole = share if total else 1.0
    counts = {}
    for item in tasks:
        counts[item] = counts.get(item, 0) + 1
    shares = {}
    for item, count in counts.items():
        own = count * whole / len(tasks)
        node = {"ratio": own}
        if isinstance(item, type) and issubclass(item, TaskSet):
            node["tasks"] = _of_tasks(item.tasks, own, total)
        shares[item.__name__] = node
    return shares


def _distribution(user_classes, num_users):
    fixed = sum(cls.fixed_count for cls in user_classes if cls.fixed_count)
    weights = sum(cls.weight for cls in user_classes if not cls.fixed_count)
    users = num_users or (1 if fixed else weights)
    left = max(0, users - fixed)
    return {
        cls.__name__: round(cls.fixed_count or cls.weight / weights * left) for cls in user_classes
    }


def print_task_ratio(user_classes, num_users, total):
    _print(get_ratio(user_classes, _distribution(user_classes, num_users), total))


def print_task_ratio_json(user_classes, num_users):
    counts = _distribution(user_classes, num_users)
    ratios = {
        "per_class": get_ratio(user_classes, counts, False),
        "total": get_ratio(user_classes, counts, True),
    }
    print(json.dumps(ratios, indent=4))


def _print(shares, level=0):
    indent = "  " * level
    for name, node in shares.items():
        percent = f"{indent}{node['ratio'] * 100:<6.1f}"
        print(f" {percent:<10} {indent + name:<50}")
        _print(node.get("tasks", {}), level + 1)
