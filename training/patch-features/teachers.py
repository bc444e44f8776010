"""The two teachers and the maps they give, dumped once for all tiles.

A target map is, at stride 8, MobileNetV2's feat_32 beside 48 principal components of ResNet-50 v2's stage 2; at stride
16, feat_96 beside 80 components of stage 3. Raw maps are stored as float16; `Targets` centres and scales them.
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

from data import SHARD_TILES, TILE_PX, add_data_argument, add_pictures_argument, make_tiles, plan_of
from onnx_torch import OnnxNetwork
from shards import LEVEL_FILES, dumped, shard_folder

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)
LEVELS = (  # output, stride, MobileNetV2 tap with its channels, ResNet tap with the number of components kept
    ("stride8", 8, "feat_32", 32, "stage2", 48),
    ("stride16", 16, "feat_96", 96, "stage3", 80),
)
TEACHERS = ("mobilenet", "resnet")
BATCH = 4  # small batches stay in the processor's cache: twice as fast as 32
TILES_FOR_COMPONENTS = 400


def normalised(tiles):
    """uint8 [n, h, w, 3] to the networks' float32 input [n, 3, h, w]."""
    pictures = torch.from_numpy(np.array(tiles)).permute(0, 3, 1, 2).float() / 255
    return ((pictures - torch.tensor(MEAN).view(3, 1, 1)) / torch.tensor(STD).view(3, 1, 1)).contiguous(memory_format=torch.channels_last)


def channels_of(teachers):
    """Per level the part of the channels in which a map imitates these teachers."""
    parts = [{"mobilenet": (0, small), "resnet": (small, small + kept)} for _, _, _, small, _, kept in LEVELS]
    return [slice(min(part[name][0] for name in teachers), max(part[name][1] for name in teachers)) for part in parts]


class Teachers:
    def __init__(self, root, work, tiles):
        self.mobilenet = OnnxNetwork(os.path.join(root, "weights", "mobilenetv2_fp32_features.onnx"))
        self.resnet = OnnxNetwork(os.path.join(root, "weights", "resnet50v2_stage1-3.onnx"))
        path = os.path.join(work, "components.npz")
        if not os.path.exists(path):
            np.savez(path, **self.fit_components(tiles[:TILES_FOR_COMPONENTS]))
        self.components = {name: torch.from_numpy(value) for name, value in np.load(path).items()}

    def fit_components(self, tiles):
        sums = {}
        for start in range(0, len(tiles), BATCH):
            for name, stage in zip(("stage2", "stage3"), self.resnet(normalised(tiles[start : start + BATCH]), ("stage2", "stage3"))):
                vectors = stage.permute(0, 2, 3, 1).reshape(-1, stage.shape[1]).double()
                count, total, square = sums.get(name, (0, 0, 0))
                sums[name] = (count + len(vectors), total + vectors.sum(0), square + vectors.T @ vectors)
        return {level[4]: principal_axes(*sums[level[4]], level[5]) for level in LEVELS}

    def __call__(self, batch):
        """Raw target maps of a normalised batch, one per level."""
        students = self.mobilenet(batch, [level[2] for level in LEVELS])
        stages = self.resnet(batch, [level[4] for level in LEVELS])
        return [
            torch.cat([small, F.conv2d(large, self.components[level[4]][:, :, None, None])], 1)
            for level, small, large in zip(LEVELS, students, stages)
        ]


def principal_axes(count, total, square, kept):
    mean = total / count
    values, vectors = torch.linalg.eigh(square / count - torch.outer(mean, mean))
    print(f"{kept} components keep {float(values[-kept:].sum() / values.sum()):.3f} of the variance", flush=True)
    return vectors[:, -kept:].flip(1).T.contiguous().float().numpy()


def map_files(folder, count):
    """Memory-mapped target maps, created when they are not there."""
    files = []
    for (name, stride, _, small, _, kept), file in zip(LEVELS, LEVEL_FILES):
        path, cells = os.path.join(folder, file), TILE_PX // stride
        mode = {"mode": "r+"} if os.path.exists(path) else {"mode": "w+", "dtype": np.float16, "shape": (count, small + kept, cells, cells)}
        files.append(np.lib.format.open_memmap(path, **mode))
    return files


def dump_maps(options, shard, count):
    """Draw a shard and run the teachers over its tiles; a killed run goes on where it stopped."""
    root, work, folder = options.data, options.work, shard_folder(options.work, shard)
    os.makedirs(folder, exist_ok=True)
    tiles = make_tiles(os.path.join(folder, "tiles.npy"), plan_of(root, shard, count, options.seed, options.pictures))
    files, first = map_files(folder, len(tiles)), dumped(folder)
    if first >= len(tiles):
        return
    teachers, begun = Teachers(root, work, tiles), time.time()
    for start in range(first, len(tiles), BATCH):
        for file, maps in zip(files, teachers(normalised(tiles[start : start + BATCH]))):
            file[start : start + BATCH] = maps.numpy()
        done = min(start + BATCH, len(tiles))
        if done % (BATCH * 100) == 0 or done == len(tiles):
            with open(os.path.join(folder, "dumped.txt"), "w") as stream:
                stream.write(str(done))
            left = (time.time() - begun) / (done - first) * (len(tiles) - done)
            print(f"shard {shard}: teachers {done} of {len(tiles)}, {left / 60:.1f} min left", flush=True)


class Targets:
    """Centres each channel; weighs both teachers alike; whitens the principal components half-way.

    The variance is that of 3x3-pooled maps, because pooled patches are what a bank compares. Afterwards the mean
    variance of a channel is 1 at both levels.
    """

    def __init__(self, shards, sample=800):
        self.means, self.gains = [], []
        _, levels = shards.read(range(min(sample, len(shards))))
        for (_, _, _, small, _, _), level in zip(LEVELS, levels):
            maps = torch.from_numpy(level.astype(np.float32))
            variance = F.avg_pool2d(maps, 3, 1).var((0, 2, 3))
            gain = torch.ones_like(variance)
            gain[small:] = variance[small:] ** -0.25
            for part in (slice(0, small), slice(small, None)):
                energy = (variance[part] * gain[part] ** 2).sum()
                gain[part] *= torch.sqrt(len(variance) / 2 / energy)
            self.means.append(maps.mean((0, 2, 3)).view(1, -1, 1, 1))
            self.gains.append(gain.view(1, -1, 1, 1))

    def __call__(self, maps):
        return [(raw.float() - mean) * gain for raw, mean, gain in zip(maps, self.means, self.gains)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Draw the tiles of some shards and dump the teachers' maps.")
    add_data_argument(parser)
    add_pictures_argument(parser)
    parser.add_argument("--work", required=True, help="folder for tiles, maps and checkpoints")
    parser.add_argument("--shards", type=int, default=3, help=f"each of {SHARD_TILES} tiles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    for shard in range(options.shards):
        dump_maps(options, shard, SHARD_TILES)
