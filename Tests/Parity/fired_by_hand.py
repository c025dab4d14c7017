from parity import OnceUser


class Fires(OnceUser):
    def act(self):
        fire = self.environment.events.request.fire
        fire(request_type="DB", name="query", response_time=12.5, response_length=3, exception=None, context={})
        fire(request_type="DB", name="query", response_time=40, response_length=3, exception=ValueError("bad row"))
        fire(request_type="DB", name="query", response_time=40, response_length=3, exception="just text")
        fire(request_type="DB", name="timeless", response_time=None, response_length=0)
