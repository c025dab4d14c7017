# The simulated operating system that Martin Richards described: an idle task, a worker, two handlers and two devices
# send each other packets through a scheduler with priorities; the counts of packets and holds show that all is right.
IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(1, 7)
DEVICE, WORK = 0, 1


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, scheduler, ident, priority, queue, waiting):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.pending = queue is not None
        self.waiting = waiting
        self.held = False
        scheduler.tasks.append(self)
        scheduler.table[ident] = self
        scheduler.tasks.sort(key=lambda task: -task.priority)

    def runnable(self):
        return not self.held and (not self.waiting or self.pending)

    def take(self):
        packet = self.queue
        self.queue = packet.link
        self.pending = self.queue is not None
        self.waiting = False
        return packet

    def add(self, packet):
        self.queue = packet.append_to(self.queue)
        self.pending = True

    def step(self):
        packet = self.take() if self.waiting and self.pending else None
        self.run(packet)

    def wait(self):
        self.waiting = True


class Idle(Task):
    def __init__(self, scheduler, count):
        super().__init__(scheduler, IDLE, 0, None, False)
        self.control = 1
        self.count = count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            self.scheduler.hold(self)
        elif self.control & 1 == 0:
            self.control //= 2
            self.scheduler.release(DEVICE_A)
        else:
            self.control = self.control // 2 ^ 0xD008
            self.scheduler.release(DEVICE_B)


class Worker(Task):
    def __init__(self, scheduler, queue):
        super().__init__(scheduler, WORKER, 1000, queue, True)
        self.destination = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            self.wait()
            return
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(4):
            self.letter = self.letter + 1 if self.letter < 26 else 1
            packet.data[i] = 64 + self.letter
        self.scheduler.send(self, packet)


class Handler(Task):
    def __init__(self, scheduler, ident, priority, queue, device):
        super().__init__(scheduler, ident, priority, queue, True)
        self.device = device
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is not None:
            if work.datum >= 4:
                self.work = work.link
                self.scheduler.send(self, work)
                return
            device = self.devices
            if device is not None:
                self.devices = device.link
                device.datum = work.data[work.datum]
                work.datum += 1
                device.ident = self.device
                self.scheduler.send(self, device)
                return
        self.wait()


class Device(Task):
    def __init__(self, scheduler, ident, priority):
        super().__init__(scheduler, ident, priority, None, True)
        self.packet = None

    def run(self, packet):
        if packet is None:
            packet = self.packet
            if packet is None:
                self.wait()
            else:
                self.packet = None
                self.scheduler.send(self, packet)
        else:
            self.packet = packet
            self.scheduler.hold(self)


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.table = {}
        self.sent = 0
        self.holds = 0

    def hold(self, task):
        self.holds += 1
        task.held = True

    def release(self, ident):
        self.table[ident].held = False

    def send(self, sender, packet):
        self.sent += 1
        target = self.table[packet.ident]
        packet.ident = sender.ident
        target.add(packet)

    def run(self):
        tasks = self.tasks
        while True:
            for task in tasks:
                if task.runnable():
                    task.step()
                    break
            else:
                return


def packets(count, ident, kind):
    queue = None
    for _ in range(count):
        queue = Packet(queue, ident, kind)
    return queue


def simulate():
    scheduler = Scheduler()
    Idle(scheduler, 2500)
    Worker(scheduler, packets(2, WORKER, WORK))
    Handler(scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE), DEVICE_A)
    Handler(scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE), DEVICE_B)
    Device(scheduler, DEVICE_A, 4000)
    Device(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return scheduler.sent, scheduler.holds


print([simulate() for _ in range(40)])
