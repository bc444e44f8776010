"""A training run that can be killed: network, moving average, optimiser and what counts progress, saved together.

The learning rate follows a cosine over the budget. Asking later for more lengthens the same curve.
"""
import copy
import math
import os
import subprocess

import torch

LEARNING_RATE = 2e-3
WEIGHT_DECAY = 0.02
WARM_UP_STEPS = 100
EMA_DECAY = 0.998
SAVE_EVERY_S = 60


class AveragedRun:
    def __init__(self, seed, network, **counted):
        torch.manual_seed(seed)
        self.network = network()
        self.average = copy.deepcopy(self.network)
        self.optimizer = torch.optim.AdamW(self.network.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
        self.state = {"seed": seed, "step": 0, "seconds": 0.0, **counted}

    def parts(self):
        return {"network": self.network, "average": self.average, "optimizer": self.optimizer}

    def save(self, path):
        torch.save({"state": self.state, **{name: part.state_dict() for name, part in self.parts().items()}}, path + ".part")
        os.replace(path + ".part", path)

    def resume(self, path):
        if os.path.exists(path):
            saved = torch.load(path)
            self.state.update(saved["state"])
            for name, part in self.parts().items():
                part.load_state_dict(saved[name])
        return self

    def set_learning_rate(self, progress):
        """`progress` is the share of the budget that is spent."""
        warmth = min(1, (self.state["step"] + 1) / WARM_UP_STEPS)
        for group in self.optimizer.param_groups:
            group["lr"] = LEARNING_RATE * warmth * (0.5 + 0.5 * math.cos(math.pi * min(1, progress)) + 0.005)

    @torch.no_grad()
    def follow(self):
        """The moving average, quick at first; running statistics are averaged like weights."""
        decay = min(EMA_DECAY, (1 + self.state["step"]) / (10 + self.state["step"]))
        for kept, new in zip(self.average.state_dict().values(), self.network.state_dict().values()):
            kept.lerp_(new, 1 - decay) if kept.is_floating_point() else kept.copy_(new)


def recipe_tree():
    """Git's hash of this folder, which says which version of the recipes it was, whatever became of the commit."""
    folder = os.path.dirname(os.path.abspath(__file__))
    answer = subprocess.run(["git", "-C", folder, "rev-parse", "HEAD:./"], capture_output=True, text=True)
    return answer.stdout.strip() or None
