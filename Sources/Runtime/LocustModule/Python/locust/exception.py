class LocustError(Exception):
    pass


class ResponseError(Exception):
    pass


class CatchResponseError(Exception):
    pass


class MissingWaitTimeError(LocustError):
    pass


class InterruptTaskSet(Exception):
    def __init__(self, reschedule=True):
        self.reschedule = reschedule


class StopTest(Exception):
    pass


class StopUser(Exception):
    pass


# The name before 1.0.
StopLocust = StopUser


class RescheduleTask(Exception):
    pass


class RescheduleTaskImmediately(Exception):
    pass


class RPCError(Exception):
    pass


class RPCSendError(Exception):
    pass


class RPCReceiveError(Exception):
    def __init__(self, *args, addr=None):
        super().__init__(*args)
        self.addr = addr


class RunnerAlreadyExistsError(Exception):
    pass
