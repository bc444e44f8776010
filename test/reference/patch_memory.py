"""Reference values for the patch memory's arithmetic, from torch and numpy.

    python3 test/reference/patch_memory.py > test/reference/patch-memory.json     (python3-torch, python3-numpy)
"""

import json

import numpy as np
import torch
import torch.nn.functional as F

rng = np.random.default_rng(11)
fine = rng.normal(size=(1, 3, 6, 8)).astype(np.float32)
coarse = rng.normal(size=(1, 5, 3, 4)).astype(np.float32)
bank = rng.normal(size=(7, 8)).astype(np.float32)


def pool(x):
    return F.avg_pool2d(torch.from_numpy(x), 3, 1, 1, count_include_pad=False)


levels = torch.cat([pool(fine), F.interpolate(pool(coarse), size=(6, 8), mode="bilinear", align_corners=False)], 1)
patches = levels[0].permute(1, 2, 0).reshape(-1, 8).numpy()
pairs = np.sqrt(((patches[:, None, :] - bank[None]) ** 2).sum(-1))
nearest = pairs.min(1).reshape(6, 8)

up = F.interpolate(torch.from_numpy(nearest)[None, None], scale_factor=2, mode="bilinear", align_corners=False)
offsets = np.arange(-4, 5)
kernel = np.exp(-(offsets**2) / 2)
kernel = torch.from_numpy((kernel / kernel.sum()).astype(np.float32))
padded = F.pad(up, (4, 4, 4, 4), mode="replicate")
blurred = F.conv2d(F.conv2d(padded, kernel.view(1, 1, 1, -1)), kernel.view(1, 1, -1, 1))[0, 0].numpy()

mean = patches.astype(np.float64).mean(0)
start = int(((patches - mean) ** 2).sum(1).argmin())
order, covered = [start], np.full(len(patches), np.inf)
for _ in range(11):
    covered = np.minimum(covered, np.sqrt(((patches - patches[order[-1]]) ** 2).sum(1)))
    order.append(int(covered.argmax()))


def plain(x):
    return [round(float(v), 6) for v in np.asarray(x).ravel()]


print(
    json.dumps(
        {
            "fine": plain(fine),
            "coarse": plain(coarse),
            "bank": plain(bank),
            "patches": plain(patches),
            "nearest": plain(nearest),
            "map": plain(blurred),
            "kCenter": order,
        }
    )
)
