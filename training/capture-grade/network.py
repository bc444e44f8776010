"""The grader: what front.py and look.py measure, compared with the product's usual look, and three small networks on it.

What is usual enters as the mean `look` of the product's good pictures; the network sees the differences. A blur multiplies
spectra, so the difference of log spectra is its transfer function, whatever the part looks like. Measurements and
differences are projected on their principal axes first (fixed before training): they then train many times faster.
Grey levels and the grid stay as they are: what is faint in the mean of all products is plain beside one product's own.
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
HIDDEN, GRID_HIDDEN, CROP_HIDDEN, LEVEL_HIDDEN = 160, 48, 48, 64
GRID_CHANNELS_SEEN = (12, 24)
DROPPED, DROPPED_AXES = 0.3, 0.15
FURTHEST = 6.0  # deviations; nothing is further from the mean than this
# A nearly grey part's colour is a few grey levels: levels are compared by their logarithms, from these shares of white on.
FAINTEST_LEVEL, FAINTEST_CELL = 1 / 128, 1 / 32


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
        """All but the grid."""
        values = (look - self.mean) * self.scale
        return torch.cat([values[..., :PICTURE_NUMBERS], values[..., -SCALARS:]], -1)

    def standard_crops(self, crops):
        return (crops - self.mean[:CROP_NUMBERS]) * self.scale[:CROP_NUMBERS]

    def forward(self, crops, look):
        """What the network is given of a picture; all but `own` and `crops_own` may be averaged and compared."""
        values = self.standard_crops(crops)
        own = {"own": self.standard(look).clamp(-FURTHEST, FURTHEST) @ self.own_axes, "crops_own": values.clamp(-FURTHEST, FURTHEST) @ self.crop_axes}
        return own | self.of_whole(look) | {"crops_other": values @ self.crop_other_axes}

    def usual(self, look):
        """The same of a mean look: its first numbers are the mean over the crops."""
        return self.of_whole(look) | {"crops_other": self.standard_crops(look[..., :CROP_NUMBERS]) @ self.crop_other_axes}

    def of_whole(self, look):
        return {"other": self.standard(look) @ self.other_axes, "grid": look[..., PICTURE_NUMBERS:-SCALARS], "levels": look[..., -SCALARS:]}


def compared(values, usual, known, faintest):
    """Logarithms of shares, and how far they are from the usual ones; both within a few units."""
    own, others = (torch.log2(shares.clamp(min=0) + faintest) for shares in (values, usual))
    return own / 2 + 1, (own - others) * known * 2


class Grid(nn.Module):
    """What is seen where: a spot anywhere counts as a spot, and where the light falls off is told apart."""

    def __init__(self):
        super().__init__()
        fine, coarse = GRID_CHANNELS_SEEN
        self.near = nn.Sequential(nn.Conv2d(3 * GRID_CHANNELS, fine, 3, 1, 1), nn.ReLU())
        self.far = nn.Sequential(nn.Conv2d(fine, coarse, 3, 2, 1), nn.ReLU())
        self.joined = nn.Sequential(nn.Dropout(DROPPED_AXES), nn.Linear(coarse * 36 + 2 * fine, GRID_HIDDEN), nn.ReLU())

    def forward(self, cells):
        cells = cells.reshape(-1, 2 * GRID_CHANNELS, GRID, GRID)
        beyond = cells[:, GRID_CHANNELS:] - cells[:, GRID_CHANNELS:].mean((2, 3), keepdim=True)
        near = self.near(torch.cat([cells, beyond], 1))
        return self.joined(torch.cat([self.far(near).flatten(1), near.amax((2, 3)), near.mean((2, 3))], 1))


class Grader(nn.Module):
    def __init__(self):
        super().__init__()
        self.measures = Measures()
        self.of_crop = nn.Sequential(nn.Linear(2 * CROP_AXES + 1, CROP_HIDDEN), nn.ReLU(), nn.Linear(CROP_HIDDEN, len(KINDS)))
        self.of_grid = Grid()
        self.of_levels = nn.Sequential(nn.Linear(2 * SCALARS + 1, LEVEL_HIDDEN), nn.ReLU())
        self.of_rest = nn.Sequential(nn.Dropout(DROPPED_AXES), nn.Linear(2 * AXES + 1, HIDDEN), nn.ReLU())
        gathered = HIDDEN + GRID_HIDDEN + LEVEL_HIDDEN + 2 * len(KINDS) + 1
        self.head = nn.Sequential(nn.Dropout(DROPPED), nn.Linear(gathered, 128), nn.ReLU(), nn.Dropout(DROPPED))
        self.kinds, self.severities, self.motion = nn.Linear(128, len(KINDS)), nn.Linear(128, len(KINDS)), nn.Linear(128, 3)

    def judge(self, measured, usual, known):
        """measured and usual as Measures gives them, [pictures, ...]; known [pictures, 1] is 1 where usual is, else 0."""
        near = lambda values: values.clamp(-FURTHEST, FURTHEST)
        other = near(measured["other"] - usual["other"]) * known
        crops_other = near(measured["crops_other"] - usual["crops_other"][:, None]) * known[:, None]
        crops_known = known[:, None].expand(-1, crops_other.shape[1], -1)
        of_crops = self.of_crop(torch.cat([measured["crops_own"], crops_other, crops_known], 2))
        rest = self.of_rest(torch.cat([measured["own"], other, known], 1))
        levels = self.of_levels(torch.cat([*compared(measured["levels"], usual["levels"], known, FAINTEST_LEVEL), known], 1))
        grid = self.of_grid(torch.cat(compared(measured["grid"], usual["grid"], known, FAINTEST_CELL), 1))
        hidden = self.head(torch.cat([rest, grid, levels, of_crops.amax(1) / 4, of_crops.mean(1) / 4, known], 1))
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
