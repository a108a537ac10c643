"""How fast the server was and how much memory it held over time, and whether both stayed as they were."""

import statistics
from dataclasses import dataclass, field

MOST_GROWTH = 1.15
MOST_SLOWDOWN = 1.5


@dataclass
class Measurements:
    """Samples in the order in which they were taken."""

    latencies: list[float] = field(default_factory=list)  # milliseconds from a keystroke to its diagnostics
    processor: list[float] = field(default_factory=list)  # milliseconds of processor time for each keystroke of a round
    resident: list[float] = field(default_factory=list)  # megabytes

    def faults(self) -> list[str]:
        """What is worse at the end than it was, after the first third, in which the virtual machine warms up and the heap finds its size."""
        faults = []
        if len(self.resident) >= 9:
            middle, last = (statistics.median(part) for part in thirds(self.resident)[1:])
            if last > middle * MOST_GROWTH:
                faults.append(f"memory grew from {middle:.0f} MB in the middle third to {last:.0f} MB in the last")
        if len(self.latencies) >= 90:
            before, after = self.latency_before(), self.latency_after()
            if after > before * MOST_SLOWDOWN:
                faults.append(f"a keystroke took {before:.1f} ms at the beginning and takes {after:.1f} ms at the end")
        return faults

    def latency_before(self) -> float:
        return statistics.median(self.latencies[: max(1, len(self.latencies) // 3)])

    def latency_after(self) -> float:
        return statistics.median(self.latencies[-max(1, len(self.latencies) // 3):])

    def report(self) -> str:
        lines = []
        if self.latencies:
            lines.append("keystroke to diagnostics, median of each third: " + ", ".join(f"{statistics.median(part):.1f}" for part in thirds(self.latencies)) + " ms")
        if self.processor:
            lines.append("processor time for each, median of each third: " + ", ".join(f"{statistics.median(part):.1f}" for part in thirds(self.processor)) + " ms")
        if self.resident:
            lines.append("resident memory, median of each third: " + ", ".join(f"{statistics.median(part):.0f}" for part in thirds(self.resident))
                         + f" MB; first {self.resident[0]:.0f}, last {self.resident[-1]:.0f}, most {max(self.resident):.0f}")
        return "\n".join(lines)


def thirds(values: list[float]) -> list[list[float]]:
    """Three parts in order, none empty where there are three values."""
    size = max(1, len(values) // 3)
    return [part for part in (values[:size], values[size:-size], values[-size:]) if part]
