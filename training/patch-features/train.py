"""Distils the teachers' maps into the student, within a budget of minutes or views; a killed run goes on where it stopped.

Each process uses one thread and its share of the batch: on a busy machine two are twice as fast as one with two threads.
`teachers.py` may dump more maps meanwhile: every epoch walks over the tiles whose maps are there when it begins.
"""
import argparse
import os
import sys
import tempfile
import time

import numpy as np
import torch
import torch.distributed as distributed
import torch.multiprocessing as multiprocessing
import torch.nn.functional as F

from data import SHARD_TILES, TILE_PX, add_data_argument, add_pictures_argument
from network import PatchNetwork, parameter_count
from shards import Shards
from teachers import LEVELS, TEACHERS, Targets, channels_of, dump_maps, normalised

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from averaged_run import SAVE_EVERY_S, AveragedRun

BATCH = 8
CROP_PX = 160  # a view is a part of a tile with the same part of its maps: 1.4 times as many views a second
TINY = {"tiles": 24, "minutes": 1 / 12, "save_every_s": 1}
TERMS = ("maps", "pooled", "angle")
EDGE_CELLS = (2, 1)  # per level: the teachers' own zero padding spoils the outermost cells, which are not learned


def level_loss(student, target, edge, terms):
    """Smooth L1 on the map and on its 3x3 means, and the angle between pooled patches."""
    student, target = (maps[:, :, edge:-edge, edge:-edge] for maps in (student, target))
    pooled_student, pooled_target = F.avg_pool2d(student, 3, 1), F.avg_pool2d(target, 3, 1)
    losses = {
        "maps": lambda: F.smooth_l1_loss(student, target),
        "pooled": lambda: F.smooth_l1_loss(pooled_student, pooled_target),
        "angle": lambda: 0.5 * (1 - F.cosine_similarity(pooled_student, pooled_target, dim=1)).mean(),
    }
    return sum(losses[term]() for term in terms)


class Run(AveragedRun):
    def __init__(self, seed, teachers, terms):
        self.channels, self.terms = channels_of(teachers), terms
        super().__init__(seed, lambda: PatchNetwork().to(memory_format=torch.channels_last), views=0, epoch=0, place=0, tiles=0)

    def step(self, pictures, targets, progress):
        self.set_learning_rate(progress)
        losses = [
            level_loss(student[:, channels], target[:, channels], edge, self.terms)
            for student, target, channels, edge in zip(self.network(pictures), targets, self.channels, EDGE_CELLS)
        ]
        self.optimizer.zero_grad()
        sum(losses).backward()
        self.synchronise()
        self.optimizer.step()
        self.state["step"] += 1
        self.state["views"] += BATCH
        self.state["place"] += BATCH
        self.follow()
        return [loss.item() for loss in losses]

    def synchronise(self):
        """Means over the processes of the gradients, of the running statistics and of the time spent."""
        if distributed.get_world_size() == 1:
            return
        gradients = [parameter.grad for parameter in self.network.parameters()]
        statistics = [buffer for buffer in self.network.buffers() if buffer.is_floating_point()]
        parts = gradients + statistics
        flat = torch.cat([part.reshape(-1) for part in parts] + [torch.tensor([self.state["seconds"]])])
        distributed.all_reduce(flat)
        flat /= distributed.get_world_size()
        for part, mean in zip(parts, flat[:-1].split([part.numel() for part in parts])):
            part.copy_(mean.view(part.shape))
        self.state["seconds"] = float(flat[-1])


def batches(state, shards):
    """An endless walk in shuffled epochs that depends on the state alone, so that resuming continues it."""
    while True:
        if state["place"] + BATCH > state["tiles"]:
            shards.refresh()
            state.update(epoch=state["epoch"] + 1, place=0, tiles=len(shards))
        order = np.random.default_rng([state["seed"], state["epoch"]]).permutation(state["tiles"])
        for place in range(state["place"], len(order) - BATCH + 1, BATCH):
            yield order[place : place + BATCH]


def cropped(seed, step, tiles, maps):
    """The same random part of all tiles of a batch and of their maps, on the grid of the coarsest level."""
    coarsest = LEVELS[-1][1]
    row, column = np.random.default_rng([seed, step, 1]).integers(0, (TILE_PX - CROP_PX) // coarsest + 1, 2) * coarsest
    parts = [one[:, :, row // stride : (row + CROP_PX) // stride, column // stride : (column + CROP_PX) // stride] for (_, stride, *_), one in zip(LEVELS, maps)]
    return tiles[:, row : row + CROP_PX, column : column + CROP_PX], [torch.from_numpy(part).contiguous(memory_format=torch.channels_last) for part in parts]


def progress_of(state, options):
    """The share of the budget that is spent: of views, where their number is given, else of minutes."""
    return state["views"] / options.views if options.views else state["seconds"] / (options.minutes * 60)


def train(rank, run, shards, options):
    checkpoint, targets, saved, shown = os.path.join(options.work, "checkpoint.pt"), Targets(shards), time.time(), None
    clock, parent = time.time(), os.getppid()
    for chosen in batches(run.state, shards):
        tiles, maps = cropped(run.state["seed"], run.state["step"], *shards.read(chosen[rank :: options.processes]))
        losses = np.array(run.step(normalised(tiles), targets(maps), progress_of(run.state, options)))
        shown = losses if shown is None else 0.98 * shown + 0.02 * losses
        progress = progress_of(run.state, options)
        done = progress >= 1
        run.state["seconds"], clock = run.state["seconds"] + time.time() - clock, time.time()
        if rank == 0 and (run.state["step"] % 50 == 0 or done):
            left = run.state["seconds"] * max(0, 1 / progress - 1) / 60
            print(f"step {run.state['step']} views {run.state['views']} tiles {run.state['tiles']} loss {shown[0]:.4f} {shown[1]:.4f} {left:.1f} min left", flush=True)
        if rank == 0 and (time.time() - saved > options.save_every_s or done):
            run.save(checkpoint)
            saved = time.time()
        if done or os.getppid() != parent:  # a killed parent must not leave its processes training
            return


def work(rank, options, meeting):
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=options.processes)
    shards = Shards(options.work)
    run = Run(options.seed, options.teachers, options.terms).resume(os.path.join(options.work, "checkpoint.pt"))
    if rank == 0:
        print(f"{parameter_count(run.network)} parameters, {len(shards)} tiles with maps, from step {run.state['step']}", flush=True)
    train(rank, run, shards, options)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_argument(parser)
    add_pictures_argument(parser)
    parser.add_argument("--work", required=True, help="folder for tiles, maps and checkpoints")
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--views", type=int, help="a budget of views instead of minutes: the same on a busy machine")
    parser.add_argument("--teachers", nargs="+", choices=TEACHERS, default=TEACHERS, help="whose channels are learned")
    parser.add_argument("--terms", nargs="+", choices=TERMS, default=TERMS, help="of the loss")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2, help="divides the batch of 8; each takes one core")
    parser.add_argument("--tiny", action="store_true", help="24 tiles and five seconds: proves that the recipe runs")
    parser.set_defaults(tiles=SHARD_TILES, save_every_s=SAVE_EVERY_S)
    options = parser.parse_args()
    if options.tiny:
        vars(options).update(TINY)
    if not Shards(options.work):
        torch.set_num_threads(options.processes)
        dump_maps(options, shard=0, count=options.tiles)
    with tempfile.TemporaryDirectory() as folder:
        multiprocessing.spawn(work, (options, os.path.join(folder, "meeting")), options.processes)


if __name__ == "__main__":
    main()
