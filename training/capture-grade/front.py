"""The fixed first part of the grader: what is read off native-resolution crops, as one differentiable torch module.

Nothing here is learned, so that the measurements of a training picture are taken once. Each has a reason:
residuals tell noise from detail, blocks tell compression, profiles tell interpolation, spectra tell blur and stripes.
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from look import CROP_PX

WINDOW_PX = 64
COLUMNS = WINDOW_PX // 2 + 1
RADII = 12
ANGLES = 16
ROUNDING_VARIANCE = 1 / 12
THRESHOLDS = (0.7, 2.0, 5.0, 14.0, 40.0)
CHROMA_THRESHOLDS = (1.0, 4.0, 14.0)
TONES = (12.0, 56.0, 104.0, 152.0, 200.0, 243.0)
PROFILE_BINS = 45

CROP_NUMBERS = 5 * len(THRESHOLDS) + 4 * len(CHROMA_THRESHOLDS) + 2 * len(TONES) + 3 * 64 + 16
AXIS_NUMBERS = COLUMNS - 3
SPECTRAL_NUMBERS = 2 * RADII * ANGLES + RADII + 2 * AXIS_NUMBERS
PICTURE_NUMBERS = 2 * CROP_NUMBERS + SPECTRAL_NUMBERS + 2 * PROFILE_BINS


def as_buffer(values):
    return torch.tensor(np.asarray(values), dtype=torch.float32)


class Front(nn.Module):
    """crops [pictures, 9, 3, 96, 96] in grey levels to numbers a crop [pictures, 9, CROP_NUMBERS] and a picture [pictures, PICTURE_NUMBERS]."""

    def __init__(self):
        super().__init__()
        ycc = [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]
        self.register_buffer("ycc", as_buffer(ycc).view(3, 3, 1, 1))
        self.register_buffer("filters", as_buffer(residual_filters())[:, None])
        self.register_buffer("thresholds", as_buffer(THRESHOLDS).view(1, 1, -1, 1, 1) ** 2)
        self.register_buffer("chroma_thresholds", as_buffer(CHROMA_THRESHOLDS).view(1, 1, -1, 1, 1) ** 2)
        self.register_buffer("tones", as_buffer(TONES).view(1, -1, 1, 1))
        self.register_buffer("cosines", as_buffer(cosine_blocks())[:, None])
        self.register_buffer("phases", as_buffer(phase_means()))
        self.spectrum = Spectrum()
        self.profile = Profile()

    def forward(self, crops):
        pictures = crops.shape[0]
        colours = F.conv2d(crops.reshape(-1, 3, CROP_PX, CROP_PX), self.ycc)
        luminance, chroma = colours[:, :1], colours[:, 1:]
        residuals = F.conv2d(luminance, self.filters)
        chroma_residuals = F.conv2d(chroma.reshape(-1, 1, CROP_PX, CROP_PX), self.filters[:2], stride=(2, 1)).reshape(-1, 4, (CROP_PX - 2) // 2, CROP_PX - 2)
        seen = residuals[:, :, ::2]  # every second line says as much, in half the time
        of_crop = torch.cat([
            soft(seen, self.thresholds), soft(chroma_residuals, self.chroma_thresholds),
            self.by_tone(luminance, seen), *self.blocks(luminance), self.by_phase(luminance),
        ], 1).reshape(pictures, -1, CROP_NUMBERS)  # fmt: skip
        mean = of_crop.mean(1)
        deviation = ((of_crop - mean[:, None]) ** 2).mean(1).add(1e-6).sqrt()
        return of_crop, torch.cat([mean, deviation, self.spectrum(luminance, pictures), self.profile(residuals, pictures)], 1)

    def by_tone(self, luminance, residuals):
        """How rough the picture is at each brightness (photons make bright places rougher), and how much of it has that brightness."""
        inner = luminance[:, :, 1:-1:2, 1:-1]
        weight = F.relu(1 - (inner - self.tones).abs() / 46)
        power = residuals[:, 2:3] ** 2
        rough = power / (power + 36)
        share = weight.mean((2, 3))
        return torch.cat([(weight * rough).mean((2, 3)) / (share + 0.003), torch.log(share + 0.003) / 6], 1)

    def blocks(self, luminance):
        """Cosine transform of 8 x 8 blocks on the grid of JPEG and half a block beside it: size and share of zeros."""
        on_grid = F.conv2d(luminance - 128, self.cosines, stride=8)
        beside = F.conv2d(luminance[:, :, 4:-4, 4:-4] - 128, self.cosines, stride=8)
        size = lambda values: torch.log(1 + values.abs()).mean((2, 3))
        zeros = (1 / (1 + (on_grid * 2) ** 2)).mean((2, 3))
        return size(on_grid), size(on_grid) - size(beside), zeros

    def by_phase(self, luminance):
        """Steps between neighbours by their place on a grid of 8 px, against their mean."""
        across = (luminance[..., 1:] - luminance[..., :-1]).abs().clamp(max=24).mean(2)[:, 0]
        down = (luminance[:, :, 1:] - luminance[:, :, :-1]).abs().clamp(max=24).mean(3)[:, 0]
        return torch.cat([torch.log((steps @ self.phases + 0.1) / (steps.mean(1, keepdim=True) + 0.1)) for steps in (across, down)], 1)


def soft(residuals, thresholds):
    """Share of the residuals beyond each threshold, softly."""
    power = (residuals**2)[:, :, None]
    return (power / (power + thresholds)).mean((3, 4)).flatten(1)


def residual_filters():
    """Steps across and down, the interpolation error, and second differences across and down."""
    filters = np.zeros((5, 3, 3))
    filters[0, 1, 1:] = filters[1, 1:, 1] = (-1, 1)
    filters[2] = np.outer((1, -2, 1), (1, -2, 1)) / 4
    filters[3, 1], filters[4, :, 1] = (1, -2, 1), (1, -2, 1)
    return filters


def cosine_blocks():
    place = np.arange(8)
    basis = np.cos(np.pi * (2 * place[None] + 1) * place[:, None] / 16) * np.where(place == 0, 1 / np.sqrt(8), 0.5)[:, None]
    return np.einsum("uy,vx->uvyx", basis, basis).reshape(64, 8, 8)


def phase_means():
    at_phase = (np.arange(CROP_PX - 1)[:, None] % 8 == np.arange(8)[None]).astype(float)
    return at_phase / at_phase.sum(0)


class Spectrum(nn.Module):
    """Log power over four windows of every crop, gathered in rings and sectors; of the mean over the windows, and the mean of the logs."""

    def __init__(self):
        super().__init__()
        place = np.arange(WINDOW_PX)
        turn = 2 * np.pi / WINDOW_PX
        rows = (place - WINDOW_PX // 2)[:, None] * place[None]
        columns = place[:, None] * np.arange(COLUMNS)[None]
        hann = 0.5 - 0.5 * np.cos(turn * (place + 0.5))
        self.energy = float((hann**2).sum() ** 2)
        self.register_buffer("window", as_buffer(np.outer(hann, hann)))
        self.register_buffer("across", as_buffer(np.concatenate([np.cos(turn * columns), np.sin(turn * columns)], 1)))
        self.register_buffer("down", as_buffer(np.concatenate([np.cos(turn * rows), np.sin(turn * rows)], 0)))
        self.register_buffer("sectors", as_buffer(sectors()))
        self.register_buffer("rings", as_buffer(rings()))

    def forward(self, luminance, pictures):
        step = CROP_PX - WINDOW_PX
        windows = torch.cat([luminance[:, :, y : y + WINDOW_PX, x : x + WINDOW_PX] for y in (0, step) for x in (0, step)], 1)
        windows = (windows - windows.mean((2, 3), keepdim=True)) * self.window
        both = torch.matmul(self.down, torch.matmul(windows, self.across))
        cc, cs = both[:, :, :WINDOW_PX, :COLUMNS], both[:, :, :WINDOW_PX, COLUMNS:]
        sc, ss = both[:, :, WINDOW_PX:, :COLUMNS], both[:, :, WINDOW_PX:, COLUMNS:]
        power = ((cc - ss) ** 2 + (cs + sc) ** 2).reshape(pictures, -1, WINDOW_PX, COLUMNS) / self.energy
        log_of_mean = torch.log(power.mean(1) + ROUNDING_VARIANCE)
        mean_of_log = torch.log(power + ROUNDING_VARIANCE).mean(1)
        flat = log_of_mean.flatten(1)
        peaks = torch.stack([((flat - (flat @ ring)[:, None] ).clamp(min=0) ** 2 * ring).sum(1) for ring in self.rings], 1)
        return torch.cat([flat @ self.sectors, mean_of_log.flatten(1) @ self.sectors, peaks, *own_power_of_axes(log_of_mean)], 1)


def own_power_of_axes(log_power):
    """Of waves exactly along x and y, how far they stand above waves a little beside them: stripes and faulty lines."""
    middle = WINDOW_PX // 2
    down, up = log_power[:, middle + 2 :], log_power[:, 1 : middle - 1].flip(1)
    beside_y = (down[:, :, 2:4].mean(2) + up[:, :, 2:4].mean(2)) / 2
    beside_x = (down[:, :2, 2:].mean(1) + up[:, :2, 2:].mean(1)) / 2
    return down[:, :, 0] - beside_y, (log_power[:, middle, 2:] - beside_x)[:, :AXIS_NUMBERS]


def frequencies():
    fy, fx = np.mgrid[: WINDOW_PX, : COLUMNS]
    return (fy - WINDOW_PX // 2) / WINDOW_PX, fx / WINDOW_PX


RING_CENTRES = np.array([0.03, 0.05, 0.075, 0.105, 0.14, 0.18, 0.225, 0.275, 0.33, 0.39, 0.45, 0.52])


def ring_weights():
    """The half plane holds waves along y twice and those at the highest frequency once too often."""
    fy, fx = frequencies()
    times = np.where(fx == 0, 0.5, 1) * (np.abs(fy) < 0.5) * (fx < 0.5)
    spread = np.gradient(RING_CENTRES) * 0.55
    return times * np.exp(-0.5 * ((np.hypot(fy, fx)[None] - RING_CENTRES[:, None, None]) / spread[:, None, None]) ** 2)


def rings():
    weights = ring_weights().reshape(RADII, -1)
    return weights / weights.sum(1, keepdims=True)


def sectors():
    """Weights of the spectrum's cells in each ring and direction; directions are clockwise from the x axis, ring by ring."""
    fy, fx = frequencies()
    direction = np.arctan2(fy, fx)
    columns = []
    for ring in ring_weights():
        for number in range(ANGLES):
            away = (direction - np.pi * number / ANGLES + np.pi / 2) % np.pi - np.pi / 2
            weight = (ring * np.exp(-0.5 * (away / (np.pi / ANGLES * 0.6)) ** 2)).ravel()
            columns.append(weight / weight.sum())
    return np.stack(columns, 1)


class Profile(nn.Module):
    """Rhythm of the second differences along rows and columns: interpolation repeats itself (Gallagher 2005)."""

    def __init__(self):
        super().__init__()
        side = CROP_PX - 2
        place, bins = np.arange(side), np.arange(2, 2 + PROFILE_BINS)
        hann = 0.5 - 0.5 * np.cos(2 * np.pi * (place + 0.5) / side)
        angle = 2 * np.pi * place[:, None] * bins[None] / side
        self.register_buffer("waves", as_buffer(np.concatenate([np.cos(angle), np.sin(angle)], 1) * hann[:, None] / hann.sum()))

    def forward(self, residuals, pictures):
        across = residuals[:, 3].abs().clamp(max=40).mean(1)
        down = residuals[:, 4].abs().clamp(max=40).mean(2)
        return torch.cat([self.rhythm(steps, pictures) for steps in (across, down)], 1)

    def rhythm(self, steps, pictures):
        steps = steps / (steps.mean(1, keepdim=True) + 0.2)
        waves = (steps - steps.mean(1, keepdim=True)) @ self.waves
        power = waves[:, :PROFILE_BINS] ** 2 + waves[:, PROFILE_BINS:] ** 2
        return torch.log(power.reshape(pictures, -1, PROFILE_BINS).mean(1) + 1e-5)
