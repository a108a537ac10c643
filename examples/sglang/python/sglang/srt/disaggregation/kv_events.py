"""Tells the router which blocks this worker holds."""

from __future__ import annotations

import json
import queue


class EventPublisher:
    """Sends events from a thread of its own, so that the scheduler need not wait."""

    def __init__(self, socket):
        self.socket = socket
        self.events = queue.Queue()

    def publish(self, event: dict) -> None:
        """Called by the scheduler for each event."""
        self.events.put(event)

    def run(self) -> None:
        """Runs in the thread until the process ends."""
        while True:
            event = self.events.get()
            self.socket.send(json.dumps(event).encode())
