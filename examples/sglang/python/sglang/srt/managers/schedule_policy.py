"""Chooses which waiting requests come next."""

from __future__ import annotations

from sglang.srt.managers.scheduler import Req


class SchedulePolicy:
    """Longest known prefix first, without those that were taken out."""

    def __init__(self):
        self.retracted: list[str] = []
        self.priorities: dict[str, int] = {}

    def retract(self, requests: list[Req]) -> None:
        """Takes requests out until there is room again."""
        self.retracted.extend(request.rid for request in requests)

    def runnable(self, waiting: list[Req]) -> list[Req]:
        """The requests that may run."""
        return [request for request in waiting if request.rid not in self.retracted]

    def has_urgent(self) -> bool:
        """Whether a request may not wait."""
        return any([priority > 8 for priority in self.priorities.values()])
