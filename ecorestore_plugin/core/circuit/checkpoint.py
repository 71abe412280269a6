"""Potentials kept in a run folder, so that a run that was cancelled or died goes on where it stopped."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np


def checkpoint_key(*parts) -> str:
    """A name for a piece of work: the same for the same arrays, numbers and texts, whatever the process.

    Parameters
    ----------
    parts : arrays, numbers, texts, None, and lists, tuples and dicts of these
    """
    digest = hashlib.sha256()
    for part in parts:
        _feed(digest, part)
    return digest.hexdigest()[:32]


def _feed(digest, part):
    if isinstance(part, np.ndarray):
        digest.update(f'array {part.dtype.str} {part.shape}'.encode())
        digest.update(memoryview(np.ascontiguousarray(part)).cast('B') if part.size else b'')
    elif isinstance(part, dict):
        _feed(digest, list(part.items()))
    elif isinstance(part, (list, tuple)):
        digest.update(f'list {len(part)}'.encode())
        for each in part:
            _feed(digest, each)
    else:
        value = part.item() if isinstance(part, np.generic) else part
        digest.update(f'{type(value).__name__} {value!r};'.encode())


@dataclass(frozen=True)
class PotentialStore:
    """Arrays of one piece of work by number.

    A file counts only if it is whole: its name tells the work, a side file its checksum. Whatever does not fit is as
    good as not there.

    Attributes
    ----------
    folder : where the files lie; made when the first is saved
    key : see checkpoint_key; work with another key neither sees nor touches these files
    """

    folder: str
    key: str

    def path(self, number) -> Path:
        return Path(self.folder) / f'potential_{self.key}_{number}.npy'

    def load(self, number, shape, mapped=False):
        """The array of that number, or None where there is none of this shape that is whole.

        Parameters
        ----------
        mapped : leave it in the file and read what is needed
        """
        path = self.path(number)
        try:
            if _checksum(path) != path.with_suffix('.sha256').read_text('ascii').strip():
                return None
            values = np.load(path, mmap_mode='r' if mapped else None, allow_pickle=False)
        except (OSError, ValueError):
            return None
        return values if values.shape == tuple(shape) and values.dtype == np.float64 else None

    def save(self, number, values) -> Path:
        """Writes the array under a temporary name and renames it when it is whole."""
        path = self.path(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f'{path.name}.{os.getpid()}.part')
        try:
            with open(draft, 'wb') as file:
                np.save(file, np.asarray(values, dtype=np.float64), allow_pickle=False)
            path.with_suffix('.sha256').write_text(_checksum(draft), 'ascii')
            os.replace(draft, path)
        finally:
            draft.unlink(missing_ok=True)
        return path

    def present(self, numbers, shape) -> list:
        """Which of the numbers need not be computed again."""
        return [number for number in numbers if self.load(number, shape, mapped=True) is not None]

    def clear(self) -> None:
        """Removes the files of this work, once its result is safe."""
        for path in Path(self.folder).glob(f'potential_{self.key}_*'):
            path.unlink(missing_ok=True)


def _checksum(path) -> str:
    digest = hashlib.sha256()
    with open(path, 'rb') as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
