from locust import TaskSet, User, exception
from locust.exception import (
    CatchResponseError, InterruptTaskSet, LocustError, MissingWaitTimeError, RescheduleTask,
    RescheduleTaskImmediately, ResponseError, RPCError, RPCReceiveError, RPCSendError, RunnerAlreadyExistsError,
    StopTest, StopUser,
)
from parity import Once


def bases(cls):
    return [base.__name__ for base in cls.__mro__[1:] if base is not object]


class Misuses(Once):
    def act(self):
        for cls in (
            CatchResponseError, InterruptTaskSet, LocustError, MissingWaitTimeError, RescheduleTask,
            RescheduleTaskImmediately, ResponseError, RPCError, RPCReceiveError, RPCSendError,
            RunnerAlreadyExistsError, StopTest, StopUser,
        ):
            print(cls.__name__, bases(cls), cls.__module__)
        print(InterruptTaskSet().reschedule, InterruptTaskSet(False).reschedule)
        response = self.client.get("/json")
        for misuse in (response.success, lambda: response.failure("no")):
            try:
                misuse()
            except LocustError as error:
                print("LocustError", error)
        try:
            with self.client.get("/json") as again:
                print("inside", again.status_code)
        except LocustError as error:
            print("LocustError", error)
        with self.client.get("/json", catch_response=True) as caught:
            try:
                caught.failure(CatchResponseError("given"))
            except Exception as error:
                print(type(error).__name__, error)
        class Bare(TaskSet):
            wait_time = None

        try:
            Bare(self).wait_time()
        except Exception as error:
            print(type(error).__name__, error)
        try:
            User.host = None
            type("Homeless", (Once,), {"act": None, "host": None})(self.environment)
        except Exception as error:
            print(type(error).__name__)
        print(sorted(name for name in vars(exception) if not name.startswith("_"))[:4])
