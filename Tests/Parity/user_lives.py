# own-users
# options: -u 6 -r 100
# unordered
import time

from locust import SequentialTaskSet, TaskSet, User, constant, task
from locust.exception import InterruptTaskSet, RescheduleTaskImmediately, StopTest, StopUser


class Life(User):
    abstract = True
    fixed_count = 1
    wait_time = constant(0)

    def say(self, *words):
        print(type(self).__name__, *words)

    def on_start(self):
        self.say("starts")

    def on_stop(self):
        self.say("stops")


class Immediately(Life):
    rounds = 0

    def on_stop(self):
        self.say("stops")
        raise ValueError("while stopping")

    @task
    def act(self):
        self.rounds += 1
        if self.rounds == 1:
            raise RescheduleTaskImmediately()
        if self.rounds == 2:
            raise InterruptTaskSet()
        self.say("stop:", self.stop())
        self.say("after it")


class NeverBegins(Life):
    def on_start(self):
        raise StopUser()

    @task
    def act(self):
        self.say("never")


class Forced(Life):
    @task
    def act(self):
        self.say("forces")
        self.stop(force=True)
        self.say("never")


class Nests(Life):
    @task
    class Row(SequentialTaskSet):
        @task
        def one(self):
            self.user.say("one")

        @task(2)
        def two(self):
            self.user.say("two")

        @task
        class Leaves(TaskSet):
            def on_start(self):
                self.user.say("inner starts")
                self.interrupt()

            def on_stop(self):
                self.user.say("never")

            @task
            def act(self):
                self.user.say("never")

        @task
        class Inner(TaskSet):
            def on_stop(self):
                self.user.say("inner stops")

            @task
            def act(self):
                self.user.say(type(self.parent).__name__, self.user is self.parent.user)
                self.interrupt(reschedule=False)

        @task
        def last(self):
            self.user.say("last")
            raise StopUser


class EndsTest(Life):
    @task
    def act(self):
        raise StopTest()


class Quits(Life):
    @task
    def act(self):
        time.sleep(2)
        self.environment.runner.quit()
        time.sleep(9)
