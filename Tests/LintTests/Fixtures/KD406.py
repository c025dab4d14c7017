from locust import TaskSequence, seq_task


class A(TaskSequence):
    @seq_task(1)  # bad: 6
    def a(self):
        pass

    @seq_task(2)  # bad: 6
    def b(self):
        pass
