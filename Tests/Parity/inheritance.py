from locust import User, constant, task
from parity import quit


class Base(User):
    abstract = True
    wait_time = constant(0)
    @task
    def base(self):
        pass


class Middle(Base):
    abstract = True
    @task
    def middle(self):
        pass


class Leaf(Middle):
    def on_start(self):
        print([t.__name__ for t in self.tasks], self.weight, self.fixed_count, self.abstract)
        print(type(self).fullname().rsplit(".", 1)[1], sorted(self.json()))
    @task(0)
    def none(self):
        pass
    @task(2)
    def leaf(self):
        quit(self)
    def base(self):
        pass
