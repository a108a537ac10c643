#@ path: python/sglang/srt/managers/scheduler.py
import multiprocessing as mp
import threading
from concurrent.futures import ThreadPoolExecutor


class Scheduler:
    def __init__(self):
        self.pool = ThreadPoolExecutor(4)
        self.watcher = threading.Thread(target=self.watch)

    def process_batch_result(self, batch):
        threading.Thread(target=self.report, args=(batch,), daemon=True).start()
#~      ^^^^^^^^^^^^^^^^ added-thread minor
        timer = threading.Timer(1.0, self.report)
        #~      ^^^^^^^^^^^^^^^ added-thread minor
        timer.start()
        self.pool.submit(self.report, batch)
#~      ^^^^^^^^^^^^^^^^ added-thread minor

    def offload(self, batch):
        worker = mp.Process(target=self.report)
        #~       ^^^^^^^^^^ added-thread minor
        worker.start()
        with ThreadPoolExecutor(2) as pool:
        #~   ^^^^^^^^^^^^^^^^^^ added-thread minor
            pool.map(self.report, batch)
