import gevent
from gevent.pool import Pool
from parity import Once


class Spawns(Once):
    def act(self):
        def get(number):
            return self.client.get(f"/bytes/{number}", name="spawned").status_code
        print(sorted(Pool(3).map(get, range(1, 4))))
        jobs = [gevent.spawn(get, number) for number in (5, 6)]
        gevent.joinall(jobs, timeout=5)
        print([job.value for job in jobs], all(job.successful() for job in jobs))
        try:
            with gevent.Timeout(0.1):
                gevent.sleep(2)
        except gevent.Timeout:
            print("timed out")
        def fail():
            raise KeyError("in a greenlet")
        job = gevent.spawn(fail)
        job.join()
        print(repr(job.exception))
