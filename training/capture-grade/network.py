"""The grader: what front.py and look.py measure, compared with the product's usual look, and three small networks on it.

What is usual enters as the mean `look` of the product's good pictures; the network sees the differences. A blur multiplies
spectra, so the difference of log spectra is its transfer function, whatever the part looks like. Measurements and
differences are projected on their principal axes first (fixed before training): they then train many times faster.
"""
import torch
import torch.nn as nn

from degrade import KINDS
from front import CROP_NUMBERS, PICTURE_NUMBERS, Front
from look import GRID, GRID_CHANNELS, SCALARS

GRID_NUMBERS = GRID * GRID * GRID_CHANNELS
NUMBERS = GRID_NUMBERS + SCALARS
LOOK = PICTURE_NUMBERS + NUMBERS
REST = PICTURE_NUMBERS + SCALARS
AXES, CROP_AXES = 160, 48
HIDDEN, GRID_HIDDEN, CROP_HIDDEN = 160, 48, 48
DROPPED = 0.15
FURTHEST = 6.0  # deviations; nothing is further from the mean than this


class Measures(nn.Module):
    """Fixed: measurements in deviations from the training pictures', and along their principal axes."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.zeros(LOOK))
        self.register_buffer("scale", torch.ones(LOOK))
        self.register_buffer("own_axes", torch.zeros(REST, AXES))
        self.register_buffer("other_axes", torch.zeros(REST, AXES))
        self.register_buffer("crop_axes", torch.zeros(CROP_NUMBERS, CROP_AXES))
        self.register_buffer("crop_other_axes", torch.zeros(CROP_NUMBERS, CROP_AXES))

    def standard(self, look):
        """(all but the grid, the grid)"""
        values = (look - self.mean) * self.scale
        edges = (PICTURE_NUMBERS, PICTURE_NUMBERS + GRID_NUMBERS)
        return torch.cat([values[..., : edges[0]], values[..., edges[1] :]], -1), values[..., edges[0] : edges[1]]

    def standard_crops(self, crops):
        return (crops - self.mean[:CROP_NUMBERS]) * self.scale[:CROP_NUMBERS]

    def forward(self, crops, look):
        """What the network is given of a picture; all but `own` and `crops_own` may be averaged and subtracted."""
        rest, grid = self.standard(look)
        values = self.standard_crops(crops)
        return {
            "own": rest.clamp(-FURTHEST, FURTHEST) @ self.own_axes, "other": rest @ self.other_axes, "grid": grid,
            "crops_own": values.clamp(-FURTHEST, FURTHEST) @ self.crop_axes, "crops_other": values @ self.crop_other_axes,
        }  # fmt: skip

    def usual(self, look):
        """The same of a mean look: its first numbers are the mean over the crops."""
        rest, grid = self.standard(look)
        return {"other": rest @ self.other_axes, "grid": grid, "crops_other": self.standard_crops(look[..., :CROP_NUMBERS]) @ self.crop_other_axes}


class Grader(nn.Module):
    def __init__(self):
        super().__init__()
        self.measures = Measures()
        self.of_crop = nn.Sequential(nn.Linear(2 * CROP_AXES + 1, CROP_HIDDEN), nn.ReLU(), nn.Linear(CROP_HIDDEN, len(KINDS)))
        self.of_grid = nn.Sequential(nn.Conv2d(2 * GRID_CHANNELS, 24, 3, 2, 1), nn.ReLU(), nn.Flatten(), nn.Linear(24 * 36, GRID_HIDDEN), nn.ReLU())
        self.of_rest = nn.Sequential(nn.Linear(2 * AXES + 1, HIDDEN), nn.ReLU())
        self.head = nn.Sequential(nn.Dropout(DROPPED), nn.Linear(HIDDEN + GRID_HIDDEN + 2 * len(KINDS) + 1, 128), nn.ReLU(), nn.Dropout(DROPPED))
        self.kinds, self.severities, self.motion = nn.Linear(128, len(KINDS)), nn.Linear(128, len(KINDS)), nn.Linear(128, 3)

    def judge(self, measured, usual, known):
        """measured and usual as Measures gives them, [pictures, ...]; known [pictures, 1] is 1 where usual is, else 0."""
        near = lambda values: values.clamp(-FURTHEST, FURTHEST)
        other = near(measured["other"] - usual["other"]) * known
        crops_other = near(measured["crops_other"] - usual["crops_other"][:, None]) * known[:, None]
        crops_known = known[:, None].expand(-1, crops_other.shape[1], -1)
        of_crops = self.of_crop(torch.cat([measured["crops_own"], crops_other, crops_known], 2))
        grids = torch.cat([near(measured["grid"]), near(measured["grid"] - usual["grid"]) * known], 1).reshape(-1, 2 * GRID_CHANNELS, GRID, GRID)
        rest = self.of_rest(torch.cat([measured["own"], other, known], 1))
        hidden = self.head(torch.cat([rest, self.of_grid(grids), of_crops.amax(1) / 4, of_crops.mean(1) / 4, known], 1))
        return {"kinds": self.kinds(hidden), "severities": torch.sigmoid(self.severities(hidden)) * 1.1, "motion": self.motion(hidden), "crops": of_crops}


class Exported(nn.Module):
    """One picture from pixels to answers, as the product runs it."""

    def __init__(self, grader):
        super().__init__()
        self.front, self.grader = Front(), grader

    def forward(self, crops, numbers, usual, known):
        of_crops, of_picture = self.front(crops[None])
        look = torch.cat([of_picture, numbers[None]], 1)
        measures = self.grader.measures
        found = self.grader.judge(measures(of_crops, look), measures.usual(usual[None]), known[None])
        return look[0], torch.sigmoid(found["kinds"][0]), found["severities"][0], found["motion"][0], torch.sigmoid(found["crops"][0])
