"""How much memory there is, and a refusal with advice before work that cannot fit."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..checks import silent
from ..errors import CapacityError

USABLE = 0.9  # the rest is left to the system, so that a slightly low estimate does not end in swapping


def available_memory(system: str = sys.platform, root: str = '/') -> int | None:
    """Bytes that new work may use without swapping; None where the system does not say.

    Parameters
    ----------
    system : as in ``sys.platform``
    root : folder that holds ``proc`` and ``sys``
    """
    if system == 'win32':
        return _windows_memory()
    if system == 'darwin':
        physical = _physical_memory()
        return physical // 2 if physical else None  # macOS counts nearly all memory as used and frees it on demand
    limits = [_meminfo(Path(root)), *_container_limits(Path(root))]
    known = [limit for limit in limits if limit is not None]
    return max(min(known), 0) if known else None


def check_capacity(needed_bytes: float, what: str, seconds: float | None = None, progress: Callable = silent,
                   available: int | None = None) -> None:
    """Announce what the work needs, and refuse what cannot fit into memory.

    Parameters
    ----------
    needed_bytes : estimate of the memory the work takes on top of what is loaded
    what : the work, as the user knows it
    seconds : estimate of its duration
    progress : is told both estimates
    available : bytes to compare with; asked from the system when not given

    Raises
    ------
    CapacityError : names both amounts and the ways to make the work fit
    """
    if available is None:
        available = available_memory()
    needed, free = readable_bytes(needed_bytes), '?' if available is None else readable_bytes(available)
    if available is not None and needed_bytes > USABLE * available:
        raise CapacityError(
            '{what} needs about {needed} of memory but only {available} are available. Use coarser cells, '
            'clip the layers to the study area, work in tiles, close other programs, or run on a cluster.',
            what=what, needed=needed, available=free)
    if seconds is None:
        progress(0.0, '{what}: about {needed} of memory needed, {available} available.',
                 what=what, needed=needed, available=free)
    else:
        progress(0.0, '{what}: about {needed} of memory needed, {available} available; estimated time {duration}.',
                 what=what, needed=needed, available=free, duration=readable_seconds(seconds))


def readable_bytes(amount: float) -> str:
    """1536000000 as '1.5 GB'."""
    for unit in ('B', 'kB', 'MB', 'GB'):
        if amount < 1000:
            return f'{amount:.0f} {unit}' if unit in ('B', 'kB') else f'{amount:.1f} {unit}'
        amount /= 1000
    return f'{amount:.1f} TB'


def readable_seconds(seconds: float) -> str:
    """5400 as '1.5 h'."""
    if seconds < 1:
        return '< 1 s'
    if seconds < 90:
        return f'{seconds:.0f} s'
    return f'{seconds / 60:.0f} min' if seconds < 5400 else f'{seconds / 3600:.1f} h'


def _meminfo(root: Path) -> int | None:
    text = _text(root / 'proc' / 'meminfo')
    for line in text.splitlines():
        if line.startswith('MemAvailable:'):
            return int(line.split()[1]) * 1024
    return _physical_memory() if text == '' else None


def _container_limits(root: Path) -> list[int | None]:
    """What is left under a container's own limit (control groups version 2 and 1)."""
    groups = root / 'sys' / 'fs' / 'cgroup'
    pairs = [(groups / 'memory.max', groups / 'memory.current'),
             (groups / 'memory' / 'memory.limit_in_bytes', groups / 'memory' / 'memory.usage_in_bytes')]
    left: list[int | None] = []
    for limit, used in pairs:
        words = _text(limit).strip(), _text(used).strip()
        if words[0].isdigit() and words[1].isdigit():
            left.append(int(words[0]) - int(words[1]))
    return left


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding='ascii')
    except OSError:
        return ''


def _physical_memory() -> int | None:
    try:
        return os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES')
    except (AttributeError, ValueError, OSError):
        return None


def _windows_memory() -> int | None:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = [('length', ctypes.c_ulong), ('load', ctypes.c_ulong)] + [
            (name, ctypes.c_ulonglong) for name in ('total', 'available', 'total_page', 'available_page',
                                                    'total_virtual', 'available_virtual', 'extended')]

    status = Status(length=ctypes.sizeof(Status))
    windows: Any = getattr(ctypes, 'windll', None)
    if windows is None or not windows.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.available)
