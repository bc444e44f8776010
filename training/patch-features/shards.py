"""The shards of a work folder: tiles with their dumped maps, read as one list.

A shard is a folder of its own, drawn and dumped once, so that more tiles can join without touching the earlier ones.
"""
import os

import numpy as np

LEVEL_FILES = ("stride8.npy", "stride16.npy")


def shard_folder(work, shard):
    return os.path.join(work, f"shard-{shard}")


def dumped(folder):
    """How many tiles of a shard have their maps; a dump may still be under way."""
    path = os.path.join(folder, "dumped.txt")
    if not os.path.exists(path):
        return 0
    with open(path) as stream:
        return int(stream.read())


class Shards:
    """Numbered through the shards in their order; `refresh` takes up what was dumped meanwhile."""

    def __init__(self, work):
        self.work, self.files, self.counts = work, [], []
        self.refresh()

    def refresh(self):
        self.files, self.counts = [], []
        while count := dumped(folder := shard_folder(self.work, len(self.files))):
            self.files.append([np.load(os.path.join(folder, name), mmap_mode="r") for name in ("tiles.npy", *LEVEL_FILES)])
            self.counts.append(count)

    def __len__(self):
        return sum(self.counts)

    @property
    def drawn(self):
        """How many tiles each shard has, with maps or without."""
        return [len(files[0]) for files in self.files]

    def read(self, numbers):
        """Tiles and, level by level, their raw maps."""
        ends, places = np.cumsum(self.counts), []
        for number in numbers:
            shard = int(np.searchsorted(ends, number, "right"))
            places.append((shard, number - (ends[shard - 1] if shard else 0)))
        columns = [np.stack([self.files[shard][column][row] for shard, row in places]) for column in range(1 + len(LEVEL_FILES))]
        return columns[0], columns[1:]
