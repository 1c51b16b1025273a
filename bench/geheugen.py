"""Memory and CPU time of a process, as the kernel counts them."""

import os
from pathlib import Path

MB = 1024 * 1024


def resident_mb(pid: int) -> float:
    """All of its memory that is in RAM, what it shares included: the larger of the two usual figures."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


def cpu_seconds(pids: list[int]) -> float:
    return sum(_cpu_ticks(pid) for pid in pids) / os.sysconf("SC_CLK_TCK")


def _cpu_ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
