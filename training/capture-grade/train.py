"""Trains the grader within a budget of minutes; a killed run goes on where it stopped.

The exported weights are a moving average. Groups of validation shards show whether it still learns or only remembers.
"""
import argparse
import glob
import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
from degrade import KINDS
from look import GRID
from network import AXES, CROP_AXES, FURTHEST, Grader
from turns import TURNS, turned, turned_motion

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from averaged_run import SAVE_EVERY_S, AveragedRun

GROUPS_A_BATCH = 12
USUAL_SHARE = 0.6
WEIGHTS = {"kinds": 25.0, "crops": 6.0, "severity": 4.0, "direction": 0.3, "length": 0.1}
VALIDATE_EVERY = 250


class Shards:
    """The groups of all finished shards, by number."""

    def __init__(self, work, validation=False):
        self.open = {}
        for path in sorted(glob.glob(os.path.join(work, "shard-*.npz"))):
            if ".part." not in path and data.is_validation(path) == validation:
                loaded = np.load(path)
                self.open[path] = {name: loaded[name] for name in loaded.files}
        self.places = [(path, number) for path, shard in self.open.items() for number in range(len(shard["source"]))]
        self.groups = len(self.places)

    def group(self, place):
        path, number = self.places[place]
        return {name: values[number] for name, values in self.open[path].items()}


class Projected:
    """Every group in four orientations, as the network is given it: projected once, then only read."""

    @torch.no_grad()
    def __init__(self, shards, measures):
        groups = [shards.group(place) for place in range(shards.groups)]
        self.truth = {name: torch.from_numpy(np.stack([group[name] for group in groups])) for name in ("severity", "open", "reached", "motion")}
        crops, looks = (np.stack([group[name] for group in groups]) for name in ("crops", "look"))
        self.turns = []
        for turns in TURNS:
            found = measures(*(torch.from_numpy(values) for values in turned(crops, looks, turns)))
            motion = torch.from_numpy(turned_motion(self.truth["motion"].numpy(), turns))
            self.turns.append(found | {"motion": motion})
        self.groups = len(groups)

    def whole(self, turn=0):
        return self.turns[turn] | {name: self.truth[name] for name in ("severity", "open", "reached")}

    def batch(self, rng, count):
        places = rng.integers(0, self.groups, count)
        chosen = rng.integers(0, len(self.turns), count)
        joined = {name: torch.stack([self.turns[turn][name][place] for turn, place in zip(chosen, places)]) for name in self.turns[0]}
        half_turned = torch.from_numpy(rng.random(count) < 0.5)
        grid = joined["grid"].unflatten(-1, (-1, GRID * GRID))
        joined["grid"] = torch.where(half_turned[:, None, None, None], grid.flip(-1), grid).flatten(-2)
        return joined | {name: self.truth[name][places] for name in ("severity", "open", "reached")}


def usual_of(batch, rng):
    """For each picture the mean of some good pictures of its group, but never of itself; and whether it is known."""
    clean = (batch["severity"].sum(2) == 0).numpy()
    groups, pictures = clean.shape
    others = clean[:, None] & ~np.eye(pictures, dtype=bool)
    chosen = others & (rng.random((groups, pictures, pictures)) < rng.choice([0.2, 0.6, 1], (groups, pictures, 1)))
    chosen[..., : data.BASES] |= others[..., : data.BASES] & ~chosen.any(2, keepdims=True)
    weights = torch.from_numpy((chosen / chosen.sum(2, keepdims=True)).astype(np.float32))
    known = (rng.random((groups, pictures, 1)) < USUAL_SHARE).astype(np.float32)
    good = {"other": batch["other"], "grid": batch["grid"], "levels": batch["levels"], "crops_other": batch["crops_other"].mean(2)}
    return {name: torch.einsum("gpo,gol->gpl", weights, values) for name, values in good.items()}, torch.from_numpy(known)


def losses_of(network, batch, rng):
    flat = lambda values: values.flatten(0, 1)
    usual, known = usual_of(batch, rng)
    measured = {name: flat(batch[name]) for name in ("own", "other", "grid", "levels", "crops_own", "crops_other")}
    found = network.judge(measured, {name: flat(values) for name, values in usual.items()}, flat(known))
    severity, reached = flat(batch["severity"]), flat(batch["reached"])
    settled = 1 - flat(batch["open"]).float()
    present = (severity > 0).float() * settled
    # A damage that is barely there weighs half.
    weight = settled * torch.where((severity > 0) & (severity < 0.3), 0.5, 1.0)
    crop_truth, crop_weight = present[:, None] * reached, settled[:, None].expand_as(reached)
    moved = present[:, KINDS.index("motion_blur")]
    motion = flat(batch["motion"])
    mean = lambda values, by: (values * by).sum() / (by.sum() + 1e-6)
    bce = F.binary_cross_entropy_with_logits
    turn = F.normalize(found["motion"][:, :2] + 1e-6, dim=1)
    return {
        "kinds": mean(bce(found["kinds"], present, reduction="none"), weight),
        "crops": mean(bce(found["crops"], crop_truth, reduction="none"), crop_weight),
        "severity": mean(F.smooth_l1_loss(found["severities"], severity, reduction="none", beta=0.1), present),
        "direction": mean(1 - (turn * motion[:, :2]).sum(1), moved),
        "length": mean(F.smooth_l1_loss(found["motion"][:, 2], motion[:, 2], reduction="none"), moved),
    }, (found["kinds"].detach(), present)


@torch.no_grad()
def set_measures(measures, shards):
    """Means and deviations, then the principal axes of pictures, and of pictures less a base of their group."""
    groups = [shards.group(place) for place in range(shards.groups)]
    looks, crops = (torch.from_numpy(np.stack([group[name] for group in groups])) for name in ("look", "crops"))
    measures.mean.copy_(looks.mean((0, 1)))
    measures.scale.copy_(1 / (looks.flatten(0, 1).std(0) + 0.02))
    near = lambda values: values.clamp(-FURTHEST, FURTHEST)
    rest, values = measures.standard(looks), measures.standard_crops(crops)
    measures.own_axes.copy_(axes_of(near(rest).flatten(0, 1), AXES))
    measures.other_axes.copy_(axes_of((rest[:, 1:] - rest[:, :1]).flatten(0, 1), AXES))
    measures.crop_axes.copy_(axes_of(near(values).flatten(0, 2), CROP_AXES))
    measures.crop_other_axes.copy_(axes_of((values[:, 1:] - values[:, :1].mean(2, keepdim=True)).flatten(0, 2), CROP_AXES))


def axes_of(values, count):
    """The first principal axes, each scaled so that what is projected has unit deviation; faint ones are kept faint."""
    spread = values - values.mean(0)
    power, axes = torch.linalg.eigh(spread.T @ spread / len(values))
    power, axes = power.flip(0)[:count], axes.flip(1)[:, :count]
    return axes / (power + 1e-3 * power[0]).sqrt()


class Run(AveragedRun):
    def __init__(self, seed):
        super().__init__(seed, Grader, pictures=0, groups=0)

    def step(self, batch, rng, progress):
        self.set_learning_rate(progress)
        losses, seen = losses_of(self.network, batch, rng)
        self.optimizer.zero_grad()
        sum(WEIGHTS[name] * loss for name, loss in losses.items()).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5)
        self.optimizer.step()
        self.state["step"] += 1
        self.state["pictures"] += batch["severity"].shape[0] * batch["severity"].shape[1]
        self.follow()
        return {name: loss.item() for name, loss in losses.items()} | {"right": agreement(*seen)}


def agreement(logits, present):
    """Of the pictures with one settled kind, the share on which it has the largest logit."""
    single = present.sum(1) == 1
    return (logits.argmax(1) == present.argmax(1))[single].float().mean().item() if single.any() else 0.0


@torch.no_grad()
def validated(network, projected):
    """Loss of the kinds and agreement of the averaged weights on groups that are not trained on."""
    network.eval()
    everything = projected.whole()
    losses, seen = losses_of(network, everything, np.random.default_rng(0))
    return f"validation: kinds {losses['kinds'].item():.4f} severity {losses['severity'].item():.4f} right {agreement(*seen):.4f}"


def train(run, projected, validation, options):
    budget_s, checkpoint = options.minutes * 60, os.path.join(options.work, "checkpoint.pt")
    saved, shown, clock = time.time(), {}, time.time()
    while run.state["seconds"] < budget_s:
        rng = np.random.default_rng([run.state["seed"], run.state["step"]])
        found = run.step(projected.batch(rng, GROUPS_A_BATCH), rng, run.state["seconds"] / budget_s)
        shown = {name: 0.98 * shown.get(name, value) + 0.02 * value for name, value in found.items()}
        run.state["seconds"], clock = run.state["seconds"] + time.time() - clock, time.time()
        run.state["groups"] = projected.groups
        if run.state["step"] % 100 == 0 or options.tiny:
            left = max(0, budget_s - run.state["seconds"]) / 60
            print(f"step {run.state['step']} " + " ".join(f"{name} {value:.4f}" for name, value in shown.items()) + f" {left:.1f} min left", flush=True)
        if validation and run.state["step"] % VALIDATE_EVERY == 0:
            print(validated(run.average, validation), flush=True)
        if time.time() - saved > SAVE_EVERY_S:
            run.save(checkpoint)
            saved = time.time()
    run.save(checkpoint)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    data.add_data_arguments(parser)
    parser.add_argument("--work", required=True, help="folder of the shards and the checkpoint")
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tiny", action="store_true", help="a few groups and steps: proves that the recipe runs")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.tiny:
        options.minutes = 0.05
        os.makedirs(options.work, exist_ok=True)
        for number in (0, data.VALIDATION_FROM):
            data.make_shard(options, number, groups=2)
    shards, run = Shards(options.work), Run(options.seed)
    if run.resume(os.path.join(options.work, "checkpoint.pt")).state["step"] == 0:
        set_measures(run.network.measures, shards)
        run.average.load_state_dict(run.network.state_dict())
    print(f"{sum(parameter.numel() for parameter in run.network.parameters())} parameters, {shards.groups} groups, from step {run.state['step']}", flush=True)
    held_out = Shards(options.work, validation=True)
    validation = Projected(held_out, run.network.measures) if held_out.groups else None
    train(run, Projected(shards, run.network.measures), validation, options)


if __name__ == "__main__":
    main()
