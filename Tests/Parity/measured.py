import time
from parity import OnceUser


class Measures(OnceUser):
    def act(self):
        with self.environment.events.request.measure("STEP", "good") as meta:
            time.sleep(0.02)
            meta["response_length"] = 5
        with self.environment.events.request.measure("STEP", "bad"):
            raise RuntimeError("inside")
        print("goes on")
