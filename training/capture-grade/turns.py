"""What a flip or a turn of the picture does to its measurements: they only change places.

So every training group is seen in eight orientations without being measured again.
"""
import numpy as np

from front import ANGLES, AXIS_NUMBERS, CROP_NUMBERS, PICTURE_NUMBERS, PROFILE_BINS, RADII, SPECTRAL_NUMBERS, THRESHOLDS, CHROMA_THRESHOLDS, TONES
from look import GRID, GRID_CHANNELS, SCALARS

SWAPPED_FILTERS = (1, 0, 2, 4, 3)
LINE_NUMBERS = 6


def order_of(turn):
    """(order of a crop's numbers, order of a look) of "mirror" (left and right) or "swap" (x and y)."""
    crop = crop_order(turn)
    spectral = 2 * CROP_NUMBERS + spectral_order(turn)
    profile = 2 * CROP_NUMBERS + SPECTRAL_NUMBERS + np.arange(2 * PROFILE_BINS)
    grid = np.arange(GRID_CHANNELS * GRID * GRID).reshape(GRID_CHANNELS, GRID, GRID)
    scalars = np.arange(SCALARS)
    if turn == "mirror":
        grid = grid[:, :, ::-1]
    else:
        grid, profile = grid.transpose(0, 2, 1), np.roll(profile, PROFILE_BINS)
        scalars[-2 * LINE_NUMBERS :] = np.roll(scalars[-2 * LINE_NUMBERS :], LINE_NUMBERS)
    numbers = [PICTURE_NUMBERS + grid.ravel(), PICTURE_NUMBERS + grid.size + scalars]
    return crop, np.concatenate([crop, CROP_NUMBERS + crop, spectral, profile, *numbers])


def crop_order(turn):
    filters = np.arange(5 * len(THRESHOLDS)).reshape(5, -1)
    chroma = filters.size + np.arange(4 * len(CHROMA_THRESHOLDS)).reshape(2, 2, -1)
    tones = filters.size + chroma.size + np.arange(2 * len(TONES))
    start = filters.size + chroma.size + tones.size
    blocks = start + np.arange(3 * 64).reshape(3, 8, 8)
    phases = start + blocks.size + np.arange(16).reshape(2, 8)
    if turn == "swap":
        filters, chroma, blocks, phases = filters[list(SWAPPED_FILTERS)], chroma[:, ::-1], blocks.transpose(0, 2, 1), phases[::-1]
    else:
        # A step between x and x + 1 comes to lie between 94 - x and 95 - x.
        phases = phases.copy()
        phases[0] = phases[0][(6 - np.arange(8)) % 8]
    return np.concatenate([part.ravel() for part in (filters, chroma, tones, blocks, phases)])


def spectral_order(turn):
    sectors = np.arange(2 * RADII * ANGLES).reshape(2, RADII, ANGLES)
    peaks = sectors.size + np.arange(RADII)
    axes = sectors.size + RADII + np.arange(2 * AXIS_NUMBERS).reshape(2, -1)
    number = np.arange(ANGLES)
    turned = (ANGLES // 2 - number) % ANGLES if turn == "swap" else (-number) % ANGLES
    if turn == "swap":
        axes = axes[::-1]
    return np.concatenate([sectors[..., turned].ravel(), peaks, axes.ravel()])


# cos and sin of twice the angle of a motion change their sign.
MOTION_SIGNS = {"mirror": (1, -1), "swap": (-1, 1)}
ORDERS = {turn: order_of(turn) for turn in MOTION_SIGNS}


# A flip of a mirrored picture is half a turn, which moves nothing but the grid.
TURNS = ((), ("mirror",), ("swap",), ("mirror", "swap"))


def turned(crops, look, turns):
    for turn in turns:
        of_crop, of_look = ORDERS[turn]
        crops, look = crops[..., of_crop], look[..., of_look]
    return crops, look


def turned_motion(motion, turns):
    return motion * np.prod([(*MOTION_SIGNS[turn], 1) for turn in turns] or [(1, 1, 1)], 0).astype(np.float32)
