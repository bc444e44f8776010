"""Distils the teachers' maps into the student, within a budget of minutes; a killed run goes on where it stopped.

The learning rate follows a cosine over the budget. Asking later for more minutes lengthens the same curve. Each
process uses one thread and half of the batch: on a busy machine twice as fast as one process with two threads.
"""
import argparse
import copy
import math
import os
import tempfile
import time

import numpy as np
import torch
import torch.distributed as distributed
import torch.multiprocessing as multiprocessing
import torch.nn.functional as F

from data import add_data_argument, make_tiles
from network import PatchNetwork, parameter_count
from teachers import Targets, dump_maps, map_files, normalised

LEARNING_RATE = 2e-3
WEIGHT_DECAY = 0.02
BATCH = 8
PROCESSES = 2
WARM_UP_STEPS = 100
EMA_DECAY = 0.998
SAVE_EVERY_S = 60
EDGE_CELLS = (2, 1)  # per level: the teachers' own zero padding spoils the outermost cells, which are not learned


def level_loss(student, target, edge):
    """Smooth L1 on the map and on its 3x3 means, and the angle between pooled patches."""
    student, target = (maps[:, :, edge:-edge, edge:-edge] for maps in (student, target))
    pooled_student, pooled_target = F.avg_pool2d(student, 3, 1), F.avg_pool2d(target, 3, 1)
    angle = 1 - F.cosine_similarity(pooled_student, pooled_target, dim=1)
    return F.smooth_l1_loss(student, target) + F.smooth_l1_loss(pooled_student, pooled_target) + 0.5 * angle.mean()


class Run:
    """Everything that a resumed run needs."""

    def __init__(self, seed):
        torch.manual_seed(seed)
        self.network = PatchNetwork().to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.network)
        self.optimizer = torch.optim.AdamW(self.network.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
        self.state = {"seed": seed, "step": 0, "views": 0, "seconds": 0.0, "tiles": 0}

    def parts(self):
        return {"network": self.network, "average": self.average, "optimizer": self.optimizer}

    def save(self, path):
        torch.save({"state": self.state, **{name: part.state_dict() for name, part in self.parts().items()}}, path + ".part")
        os.replace(path + ".part", path)

    def resume(self, path):
        if os.path.exists(path):
            saved = torch.load(path)
            self.state = saved["state"]
            for name, part in self.parts().items():
                part.load_state_dict(saved[name])
        return self

    def learning_rate(self, budget_s):
        progress = min(1, self.state["seconds"] / budget_s)
        return LEARNING_RATE * min(1, (self.state["step"] + 1) / WARM_UP_STEPS) * (0.5 + 0.5 * math.cos(math.pi * progress) + 0.005)

    def step(self, pictures, targets, budget_s):
        for group in self.optimizer.param_groups:
            group["lr"] = self.learning_rate(budget_s)
        losses = [level_loss(*pair) for pair in zip(self.network(pictures), targets, EDGE_CELLS)]
        self.optimizer.zero_grad()
        sum(losses).backward()
        self.synchronise()
        self.optimizer.step()
        self.state["step"] += 1
        self.state["views"] += BATCH
        self.follow()
        return [loss.item() for loss in losses]

    def synchronise(self):
        """Means over the processes of the gradients, of the running statistics and of the time spent."""
        gradients = [parameter.grad for parameter in self.network.parameters()]
        statistics = [buffer for buffer in self.network.buffers() if buffer.is_floating_point()]
        parts = gradients + statistics
        flat = torch.cat([part.reshape(-1) for part in parts] + [torch.tensor([self.state["seconds"]])])
        distributed.all_reduce(flat)
        flat /= PROCESSES
        for part, mean in zip(parts, flat[:-1].split([part.numel() for part in parts])):
            part.copy_(mean.view(part.shape))
        self.state["seconds"] = float(flat[-1])

    @torch.no_grad()
    def follow(self):
        """The moving average, quick at first; running statistics are averaged like weights."""
        decay = min(EMA_DECAY, (1 + self.state["step"]) / (10 + self.state["step"]))
        for kept, new in zip(self.average.state_dict().values(), self.network.state_dict().values()):
            kept.lerp_(new, 1 - decay) if kept.is_floating_point() else kept.copy_(new)


def batches(count, seed, step):
    """An endless walk in shuffled epochs that depends on seed and step alone, so that resuming continues it."""
    per_epoch = count // BATCH
    while True:
        order = np.random.default_rng([seed, step // per_epoch]).permutation(count)
        for place in range(step % per_epoch, per_epoch):
            yield np.sort(order[place * BATCH : (place + 1) * BATCH])
            step += 1


def train(rank, run, tiles, files, options):
    budget_s, checkpoint = options.minutes * 60, os.path.join(options.work, "checkpoint.pt")
    targets, saved, shown = Targets(files), time.time(), np.zeros(2)
    run.state["tiles"], clock, parent = len(tiles), time.time(), os.getppid()
    for chosen in batches(len(tiles), run.state["seed"], run.state["step"]):
        chosen = chosen[rank::PROCESSES]
        maps = targets([torch.from_numpy(file[chosen]).contiguous(memory_format=torch.channels_last) for file in files])
        shown = 0.98 * shown + 0.02 * np.array(run.step(normalised(tiles[chosen]), maps, budget_s))
        done = run.state["seconds"] >= budget_s
        run.state["seconds"], clock = run.state["seconds"] + time.time() - clock, time.time()
        if rank == 0 and (run.state["step"] % 50 == 0 or done):
            left = max(0, budget_s - run.state["seconds"]) / 60
            print(f"step {run.state['step']} views {run.state['views']} loss {shown[0]:.4f} {shown[1]:.4f} {left:.1f} min left", flush=True)
        if rank == 0 and (time.time() - saved > SAVE_EVERY_S or done):
            run.save(checkpoint)
            saved = time.time()
        if done or os.getppid() != parent:  # a killed parent must not leave its processes training
            return


def work(rank, options, meeting):
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=PROCESSES)
    tiles = make_tiles(options.data, os.path.join(options.work, "tiles.npy"), options.tiles, options.seed)
    run = Run(options.seed).resume(os.path.join(options.work, "checkpoint.pt"))
    if rank == 0:
        print(f"{parameter_count(run.network)} parameters, {len(tiles)} tiles, from step {run.state['step']}", flush=True)
    train(rank, run, tiles, map_files(options.work, len(tiles)), options)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_argument(parser)
    parser.add_argument("--work", required=True, help="folder for tiles, maps and checkpoints")
    parser.add_argument("--tiles", type=int, default=10_000)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tiny", action="store_true", help="48 tiles and ten seconds: proves that the recipe runs")
    options = parser.parse_args()
    if options.tiny:
        options.tiles, options.minutes = 48, 1 / 6
    os.makedirs(options.work, exist_ok=True)
    tiles = make_tiles(options.data, os.path.join(options.work, "tiles.npy"), options.tiles, options.seed)
    torch.set_num_threads(PROCESSES)
    dump_maps(options.data, options.work, tiles)
    with tempfile.TemporaryDirectory() as folder:
        multiprocessing.spawn(work, (options, os.path.join(folder, "meeting")), PROCESSES)


if __name__ == "__main__":
    main()
