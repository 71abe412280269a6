"""One writer of a store at a time, on every system and on network shares."""

from __future__ import annotations

import getpass
import json
import os
import socket
import time
import uuid
from datetime import datetime, timezone
from pathlib import Path

from ..core.errors import OutputError

ATTEMPTS, PAUSE = 5, 0.1
# Of Windows: the right to ask about a process, what a running one answers, and "it is there but not yours".
QUERY_LIMITED, STILL_ACTIVE, ACCESS_DENIED = 0x1000, 259, 5


class WriterLock:
    """A file beside the store that says who writes since when.

    A lock whose process is gone from this machine is taken over.
    """

    def __init__(self, store):
        self.path = Path(f'{store}.lock')
        self._held = False

    def __enter__(self):
        refused = None
        for _ in range(ATTEMPTS):
            try:
                handle = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            except FileExistsError:
                self._judge()
                continue
            except OSError as error:
                # On Windows a file that somebody is deleting just now answers like one that may not be written.
                refused = error
                time.sleep(PAUSE)
                continue
            with os.fdopen(handle, 'w', encoding='utf-8') as file:
                json.dump({'person': person(), 'host': socket.gethostname(), 'process': os.getpid(), 'time': now()},
                          file)
            self._held = True
            return self
        if refused is not None:
            raise OutputError('Nothing can be written beside {path}: {reason}. Ask for the right to write into that '
                              'folder, or copy the store.', path=self.path.name.removesuffix('.lock'),
                              reason=refused.strerror or type(refused).__name__) from refused
        raise OutputError('{path} is being taken by somebody else at this moment. Try again.', path=str(self.path))

    def __exit__(self, *problem):
        if self._held:
            self._held = False
            self._remove(self.path)

    def _judge(self):
        """Takes away a lock nobody holds any more.

        Raises
        ------
        OutputError : somebody is writing
        """
        try:
            text = self.path.read_text(encoding='utf-8')
        except FileNotFoundError:
            return
        except OSError:
            text = ''
        holder = _holder(text)
        if holder.get('host') == socket.gethostname() and not is_alive(holder.get('process', 0)):
            self._take_over(text)
            return
        raise OutputError('{store} is being written by {person} on {host} since {time}. Wait until that is done. If '
                          'nobody is, delete {path}.', store=self.path.name.removesuffix('.lock'),
                          person=holder.get('person', '?'), host=holder.get('host', '?'), time=holder.get('time', '?'),
                          path=str(self.path))

    def _take_over(self, judged):
        """Removes the lock that was judged, not one that somebody else put in its place meanwhile."""
        aside = self.path.with_name(f'{self.path.name}.{uuid.uuid4().hex}')
        try:
            os.rename(self.path, aside)
        except OSError:
            return
        if aside.read_text(encoding='utf-8') == judged:
            self._remove(aside)
        else:
            os.rename(aside, self.path)

    @staticmethod
    def _remove(path):
        """On Windows a file that somebody reads cannot be deleted at that moment."""
        for attempt in range(ATTEMPTS):
            try:
                path.unlink(missing_ok=True)
                return
            except OSError as error:
                if attempt == ATTEMPTS - 1:
                    raise OutputError('The work is done, but {path} cannot be deleted: {reason}. Delete it, otherwise '
                                      'nobody can write the store.', path=str(path),
                                      reason=error.strerror or type(error).__name__) from error
                time.sleep(PAUSE)


def _holder(text):
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def is_alive(process):
    """Whether a process of this machine runs; in doubt it does."""
    try:
        process = int(process)
    except (TypeError, ValueError):
        return True
    if process <= 0:
        return False
    if os.name == 'nt':
        return _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _alive_on_windows(process):
    """There the signal 0 is Ctrl-C and would end the process that is asked about."""
    import ctypes
    from ctypes import wintypes
    kernel = ctypes.WinDLL('kernel32', use_last_error=True)  # type: ignore[attr-defined]
    kernel.OpenProcess.argtypes = [wintypes.DWORD, wintypes.BOOL, wintypes.DWORD]
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.GetExitCodeProcess.argtypes = [wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD)]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    handle = kernel.OpenProcess(QUERY_LIMITED, False, process)
    if not handle:
        return ctypes.get_last_error() == ACCESS_DENIED  # type: ignore[attr-defined]
    code = wintypes.DWORD()
    # A process that ended stays known while somebody holds a handle of it.
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not known or code.value == STILL_ACTIVE


def person():
    """The name of the user of this machine, '?' where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return '?'


def now():
    return datetime.now(timezone.utc).replace(microsecond=0).isoformat()
