"""What the network is shown of a picture: native-resolution crops, and measurements of the whole picture.

src/vision/capture/look.ts computes exactly the same; look.test.ts compares the two on stored numbers.
"""
import numpy as np

CROP_PX = 96
CROPS = 9
GRID = 12
SEEN_PIXELS = 65_536  # at most, for the measurements of the whole picture

LUMA = np.array([0.299, 0.587, 0.114], np.float32)
QUANTILES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)
GRID_CHANNELS = 6
SCALARS = 57


def look_of(pixels):
    """uint8 [height, width, 3] to crops uint8 [9, 96, 96, 3], numbers float32 [GRID * GRID * 6 + SCALARS], places (top, left)."""
    numbers = np.concatenate([grid_of(pixels).ravel(), scalars_of(pixels)]).astype(np.float32)
    pixels = at_least(pixels)
    found = list(places(pixels[..., 1].astype(np.int32)))
    return np.stack([pixels[y : y + CROP_PX, x : x + CROP_PX] for y, x in found]), numbers, found


def at_least(pixels):
    down, right = (max(0, CROP_PX - side) for side in pixels.shape[:2])
    return np.pad(pixels, ((0, down), (0, right), (0, 0)), "symmetric") if down or right else pixels


def places(green):
    """Three by three cells from edge to edge; in each the most detailed of four places."""
    rows, columns = (spans(side) for side in green.shape)
    for row in rows:
        for column in columns:
            yield max(((y, x) for y in row for x in column), key=lambda place: detail(green, *place))


def spans(side):
    """For each third of a side the two places between which its crop may lie, on the grid of JPEG blocks."""
    room = (side - CROP_PX) // 8
    return [tuple(dict.fromkeys(8 * (room * part // 8) for part in parts)) for parts in ((0, 2), (3, 5), (6, 8))]


def detail(green, y, x):
    """Mean absolute difference along rows, every fourth line; ties go to the first place."""
    lines = green[y : y + CROP_PX : 4, x : x + CROP_PX]
    return int(np.abs(lines[:, 2:] - lines[:, :-2]).sum())


def sampled(pixels):
    step = int(np.ceil(np.sqrt(pixels.shape[0] * pixels.shape[1] / SEEN_PIXELS)))
    return pixels[::step, ::step]


def grid_of(pixels):
    """12 x 12 cells: mean of each channel, deviation, minimum and maximum of the luminance, over 255."""
    seen = sampled(pixels).astype(np.float32) / 255
    luminance = seen @ LUMA
    rows, columns = (np.arange(GRID + 1) * side // GRID for side in luminance.shape)
    area = np.diff(rows)[:, None] * np.diff(columns)[None]
    total = lambda plane: np.add.reduceat(np.add.reduceat(plane, rows[:-1], 0), columns[:-1], 1) / area
    extreme = lambda function: function.reduceat(function.reduceat(luminance, rows[:-1], 0), columns[:-1], 1)
    mean = total(luminance)
    deviation = np.sqrt(np.maximum(0, total(luminance**2) - mean**2))
    return np.stack([*(total(seen[..., channel]) for channel in range(3)), deviation, extreme(np.minimum), extreme(np.maximum)])


def scalars_of(pixels):
    seen = sampled(pixels)
    luminance = np.floor(seen.astype(np.float32) @ LUMA + 0.5).astype(np.int64).ravel()
    histogram = np.bincount(luminance, minlength=256) / luminance.size
    channels = [np.bincount(seen[..., channel].ravel(), minlength=256) / luminance.size for channel in range(3)]
    spread = (seen.max(-1).astype(np.int64) - seen.min(-1)).ravel()
    chroma = np.bincount(spread, minlength=256) / luminance.size
    values = [
        *quantiles(histogram), *(value for channel in channels for value in quantiles(channel)),
        *quantiles(chroma), mean_of(chroma), chroma[0],
        histogram[:4].sum(), histogram[252:].sum(), *(gaps(channel) for channel in (histogram, *channels)), histogram.max(), entropy(histogram),
        *lines_of(pixels, 0), *lines_of(pixels, 1),
    ]  # fmt: skip
    assert len(values) == SCALARS, len(values)
    return np.array(values, np.float32)


def quantiles(histogram):
    return [np.searchsorted(np.cumsum(histogram), share - 1e-9) / 255 for share in QUANTILES]


def mean_of(histogram):
    return float((histogram * np.arange(256)).sum() / 255)


def gaps(histogram):
    """Share of the levels between the 1 and 99 % quantiles that are empty."""
    low, high = (np.searchsorted(np.cumsum(histogram), share - 1e-9) for share in (0.01, 0.99))
    between = histogram[low : high + 1]
    return float((between == 0).mean())


def entropy(histogram):
    held = histogram[histogram > 0]
    return float(-(held * np.log2(held)).sum() / 8)


def lines_of(pixels, axis):
    """How much single lines stand out from their neighbours: mean step of each line and how many pixels agree on it.

    Six numbers: log of the largest mean step, of the 2nd, 5th and of the median one, the agreement at the largest,
    and the share of the lines on which nine pixels in ten agree.
    """
    green = pixels[..., 1].astype(np.float32)
    lines = green if axis == 0 else green.T
    step = max(1, lines.shape[1] // 256)
    lines = lines[:, ::step]
    if len(lines) < 8:
        return [0.0] * 6
    steps = lines[1:-1] - (lines[:-2] + lines[2:]) / 2
    mean = steps.mean(1)
    agreement = np.abs(np.sign(steps).mean(1))
    size = np.abs(mean)
    order = np.sort(size)[::-1]
    shown = [np.log2(1 + order[place]) / 8 for place in (0, 1, min(4, len(order) - 1), len(order) // 2)]
    return [*shown, float(agreement[size.argmax()]), float((agreement > 0.8).mean())]
