from locust import TaskSet, task


class S(TaskSet):
    @task
    def a(self):
        self.locust.x = 3  # bad: 14
        self.user.y = 3
