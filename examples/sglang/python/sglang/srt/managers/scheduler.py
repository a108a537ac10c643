"""The loop that forms batches, runs them and hands out their results."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class Req:
    """A request that is being answered."""

    rid: str
    input_ids: list[int]
    output_ids: list[int] = field(default_factory=list)
    max_new_tokens: int = 128

    def finished(self) -> bool:
        return len(self.output_ids) >= self.max_new_tokens


class Scheduler:
    """One scheduler of one rank."""

    def __init__(self, worker, receiver, sender, max_running_requests: int):
        self.worker = worker
        self.receiver = receiver
        self.sender = sender
        self.max_running_requests = max_running_requests
        self.waiting_queue: deque[Req] = deque()
        self.running_batch: list[Req] = []
        self.init_disaggregation("null")

    def init_disaggregation(self, mode: str) -> None:
        logger.info(f"disaggregation mode is {mode}")
        self.disaggregation_mode = mode

    def event_loop_normal(self) -> None:
        """Runs until the process ends."""
        while True:
            for message in self.receiver.recv_requests():
                self.handle_generate_request(message)
            batch = self.get_next_batch_to_run()
            if batch:
                self.process_batch_result(batch, self.run_batch(batch))

    def handle_generate_request(self, message) -> None:
        """Queues a request; runs once for each."""
        request = Req(message.rid, message.input_ids, max_new_tokens=message.max_new_tokens)
        logger.debug("queued %s with %d tokens", request.rid, len(request.input_ids))
        self.waiting_queue.append(request)

    def get_next_batch_to_run(self) -> list[Req]:
        """The running requests, with as many waiting ones as there is room for."""
        while self.waiting_queue and len(self.running_batch) < self.max_running_requests:
            self.running_batch.append(self.waiting_queue.popleft())
        return self.running_batch

    def run_batch(self, batch: list[Req]) -> list[int]:
        """One forward pass: the next token of each request."""
        logger.debug(f"running {batch}, {len(self.waiting_queue)} wait")
        return self.worker.forward_batch_generation(batch)

    def process_batch_result(self, batch: list[Req], next_token_ids: list[int]) -> None:
        """Appends the new tokens and sends what is finished."""
        for request, token in zip(batch, next_token_ids):
            request.output_ids.append(token)
        self.running_batch = [request for request in batch if not request.finished()]
        finished = [request for request in batch if request.finished()]
        if finished:
            self.sender.send(self.summary_of(finished))

    def summary_of(self, requests: list[Req]) -> str:
        """The line that tells which requests are finished."""
        line = ""
        for request in requests:
            line += request.rid + "=" + str(len(request.output_ids)) + ";"
        return line
