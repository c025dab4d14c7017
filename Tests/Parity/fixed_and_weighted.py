# options: -u 10 -r 100 -t 2s
# unordered
from locust import User, constant, task


class Base(User):
    abstract = True
    wait_time = constant(60)
    def on_start(self):
        print(type(self).__name__)
    @task
    def act(self):
        pass


class Fixed(Base):
    fixed_count = 2
    weight = 50


class Half(Base):
    weight = 0.5


class More(Base):
    weight = 1.5


class Never(Base):
    weight = 0
