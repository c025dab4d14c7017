"""Load shapes to derive from: a subclass sets attributes, and the run follows them."""

from locust.shape import LoadTestShape


def _seconds(value):
    """Seconds out of a number or a text such as 1m30s."""
    if isinstance(value, (int, float)):
        return value
    total, number = 0, ""
    for character in value:
        if character in "hms" and number:
            total += float(number) * {"h": 3600, "m": 60, "s": 1}[character]
            number = ""
        else:
            number += character
    return total + (float(number) if number else 0)


class StagesShape(LoadTestShape):
    """Stage after stage: `stages` is a list of dicts of `duration` (of this stage, in seconds or as "1m30s"), `users`,
    `spawn_rate` (as many a second as it takes to get there in half the stage, when it is left out), `user_classes`."""

    abstract = True
    stages = ()

    def tick(self):
        begin = self.get_run_time()
        before = 0
        for stage in self.stages:
            duration = _seconds(stage["duration"])
            if begin < duration:
                users = stage["users"]
                rate = stage.get("spawn_rate") or max(1, abs(users - before) / max(duration / 2, 1))
                return users, rate, stage.get("user_classes")
            begin -= duration
            before = stage["users"]
        return None


class StepShape(LoadTestShape):
    """`step_users` more users every `step_time`, for `time_limit` (none: for ever) or until `max_users` have been there
    for a step."""

    abstract = True
    step_time = 30
    step_users = 10
    spawn_rate = 10
    time_limit = None
    max_users = None

    def tick(self):
        now = self.get_run_time()
        if self.time_limit is not None and now >= _seconds(self.time_limit):
            return None
        users = (int(now // _seconds(self.step_time)) + 1) * self.step_users
        if self.max_users is not None and users > self.max_users:
            if self.time_limit is None and users >= self.max_users + self.step_users:
                return None
            users = self.max_users
        return users, self.spawn_rate


class SpikeShape(LoadTestShape):
    """`base_users`, but `spike_users` for `spike_time` from `spike_start` on, and every `spike_every` again if that is
    set; all over after `time_limit`."""

    abstract = True
    base_users = 10
    spike_users = 100
    spike_start = 60
    spike_time = 30
    spike_every = None
    spawn_rate = 100
    time_limit = 180

    def tick(self):
        now = self.get_run_time()
        if self.time_limit is not None and now >= _seconds(self.time_limit):
            return None
        since = now - _seconds(self.spike_start)
        if since >= 0 and self.spike_every is not None:
            since %= _seconds(self.spike_every)
        is_spike = 0 <= since < _seconds(self.spike_time)
        return (self.spike_users if is_spike else self.base_users), self.spawn_rate


class ConstantArrivalRate(LoadTestShape):
    """An open model: `rate` iterations begin each second, however slow the target is, for `duration` (none: for ever).

    An iteration is a task; users wait for the next one to be due instead of their `wait_time`. The run begins with
    `start_users` and starts further ones when none is ready, up to `max_users`. What begins late then is counted:
    the metrics `arrivals`, `arrivals late` and `arrival delay`.

    `stages`, a list of dicts of `duration` and `rate`, changes the rate as time goes by.
    """

    abstract = True
    rate = 10
    duration = None
    stages = None
    start_users = 1
    max_users = 1000
    spawn_rate = 100
    arrival_rate = None

    def tick(self):
        now = self.get_run_time()
        if self.stages is not None:
            for stage in self.stages:
                duration = _seconds(stage["duration"])
                if now < duration:
                    self.arrival_rate = stage["rate"]
                    break
                now -= duration
            else:
                return None
        elif self.duration is not None and now >= _seconds(self.duration):
            return None
        else:
            self.arrival_rate = self.rate
        return min(self.start_users, self.max_users), self.spawn_rate
