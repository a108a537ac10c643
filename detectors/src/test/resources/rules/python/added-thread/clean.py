#@ path: python/sglang/srt/managers/scheduler.py
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


class Scheduler:
    def __init__(self):
        # Once, with the scheduler.
        self.thread = threading.Thread(target=self.watch)
        self.processes = ProcessPoolExecutor(2)

    # Its name says that it runs once.
    def start_profile_thread(self):
        threading.Thread(target=self.watch).start()

    def report(self, batch):
        # Made at the first use.
        if self.reporter is None:
            self.reporter = threading.Thread(target=self.watch)
            self.reporter.start()
        # Other processes have an interpreter lock of their own.
        self.processes.submit(self.work, batch)
        # Nobody knows what this is.
        self.unknown.submit(batch)
        # It only asks.
        return threading.current_thread().name

    def pool_of(self, rank):
        if rank not in self.pools:
            self.pools[rank] = ThreadPoolExecutor(1)
        return self.pools[rank]
