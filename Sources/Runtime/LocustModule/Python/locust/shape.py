import time


class LoadTestShape:
    runner = None
    abstract = True
    use_common_options = False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.abstract = cls.__dict__.get("abstract", False)

    def __new__(cls, *args, **kwargs):
        if cls.tick is LoadTestShape.tick:
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method tick")
        return super().__new__(cls)

    def __init__(self):
        self.start_time = time.perf_counter()

    def reset_time(self):
        self.start_time = time.perf_counter()

    def get_run_time(self):
        return time.perf_counter() - self.start_time

    def get_current_user_count(self):
        return self.runner.user_count

    def tick(self):
        raise NotImplementedError("a LoadTestShape needs a tick() method")
