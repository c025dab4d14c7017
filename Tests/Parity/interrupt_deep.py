from locust import TaskSet, task
from locust.exception import RescheduleTask, RescheduleTaskImmediately
from parity import Steps, visitor


class Noted(TaskSet):
    def on_start(self):
        print(type(self).__name__, "starts in", type(self.parent).__name__)
    def on_stop(self):
        print(type(self).__name__, "stops")


class Deep(Steps):
    def on_start(self):
        print("deep starts", self.user is self.parent)
    @task
    class Outer(Noted):
        @task
        class Inner(Noted):
            @task
            class Innermost(Noted):
                count = 0
                @task
                def act(self):
                    type(self).count += 1
                    if self.count == 1:
                        raise RescheduleTask()
                    if self.count == 2:
                        raise RescheduleTaskImmediately()
                    print("leaves", self.user is self.parent.user, type(self.parent.parent).__name__)
                    self.interrupt()
            def get_next_task(self):
                if self.Innermost.count:
                    return leave
                return super().get_next_task()
        def get_next_task(self):
            if self.Inner.Innermost.count:
                return leave
            return super().get_next_task()
    @task
    def after(self):
        print("after")


def leave(task_set):
    print("leaves", type(task_set).__name__)
    task_set.interrupt(reschedule=False)


Visitor = visitor(Deep)
