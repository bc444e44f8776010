"""The twenty-five degradations in Python: pictures are float32 [height, width, 3], 0 to 255.

`level` is continuous, 1 (just visible) to 5 (hopeless); the tables give the physical strength at the five whole
levels. evals/degradations holds an independent TypeScript version of the same kinds, which measures the grader.
"""
import io

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from scipy import fft, ndimage

FAMILIES = {
    "blur": ("defocus_blur", "motion_blur", "gaussian_blur"),
    "noise": ("noise", "shot_noise", "impulse_noise", "stripe_noise"),
    "resolution": ("pixelation", "bilinear_upscaling", "low_resolution"),
    "compression": ("jpeg_blocking", "webp_compression"),
    "exposure": ("under_exposure", "over_exposure", "low_contrast", "high_contrast", "uneven_lighting", "glare"),
    "colour": ("colour_cast", "oversaturation", "desaturation", "banding"),
    "occlusion": ("lens_dirt", "haze"),
    "geometry": ("line_fault",),
}
KINDS = tuple(kind for kinds in FAMILIES.values() for kind in kinds)
FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}

STRENGTHS = {
    "defocus_blur": (1, 1.6, 2.4, 3.5, 5),  # radius of the disk, px
    "motion_blur": (3.5, 6, 10, 15, 21),  # length, px
    "gaussian_blur": (0.7, 1.1, 1.6, 2.3, 3.4),  # sigma, px
    "noise": (4, 8, 14, 22, 35),  # sigma, grey levels
    "shot_noise": (4, 8, 14, 22, 35),  # sigma at mid-grey, grey levels
    "impulse_noise": (0.003, 0.01, 0.03, 0.07, 0.15),  # share of the pixels
    "stripe_noise": (2, 4, 7, 11, 17),  # sigma of the lines' offsets, grey levels
    "pixelation": (1.5, 2, 3, 4.5, 7),  # factor
    "bilinear_upscaling": (1.5, 2, 2.8, 4, 6),
    "low_resolution": (1.5, 2, 2.8, 4, 6),
    "jpeg_blocking": (45, 28, 17, 10, 6),  # quality
    "webp_compression": (35, 20, 10, 4, 0),
    "under_exposure": (0.7, 1.3, 2, 2.8, 3.8),  # stops
    "over_exposure": (0.5, 0.9, 1.4, 2, 2.8),
    "low_contrast": (0.75, 0.58, 0.43, 0.3, 0.2),  # share left
    "high_contrast": (1.3, 1.6, 2, 2.6, 3.5),  # gain
    "uneven_lighting": (0.6, 1.1, 1.7, 2.4, 3.2),  # stops from the bright to the dark end
    "glare": (60, 100, 150, 210, 300),  # grey levels added at the middle
    "colour_cast": (0.15, 0.28, 0.42, 0.6, 0.85),  # stops between the channels
    "oversaturation": (1.4, 1.8, 2.3, 3, 4),  # chroma gain
    "desaturation": (0.65, 0.48, 0.32, 0.18, 0.07),  # share of the chroma left
    "banding": (24, 14, 9, 6, 4),  # levels a channel
    "lens_dirt": (0.2, 0.3, 0.42, 0.55, 0.7),  # share of the light a spot takes
    "haze": (0.8, 0.65, 0.5, 0.37, 0.25),  # transmission
    "line_fault": (1, 2, 4, 8, 14),  # lines
}
# The order in which light, lens, sensor, scaling and file change a picture.
ORDER = ("uneven_lighting", "glare", "haze", "lens_dirt", "defocus_blur", "motion_blur", "gaussian_blur",
         "under_exposure", "over_exposure", "low_contrast", "high_contrast", "colour_cast", "oversaturation", "desaturation",
         "pixelation", "bilinear_upscaling", "low_resolution", "noise", "shot_noise", "impulse_noise", "stripe_noise",
         "line_fault", "banding", "jpeg_blocking", "webp_compression")  # fmt: skip


def strength_of(kind, level):
    return float(np.interp(level, range(1, 6), STRENGTHS[kind]))


def degrade(picture, kind, level, rng, angle=None):
    """The damaged picture, not yet rounded. `angle` is a motion's direction in radians, clockwise from the x axis."""
    strength = strength_of(kind, level)
    if kind == "motion_blur":
        return motion(picture, strength, rng.uniform(0, np.pi) if angle is None else angle)
    return np.clip(DEGRADERS[kind](picture, strength, rng), 0, 255)


def filtered(picture, kernel):
    """Convolution with mirrored borders."""
    reach = kernel.shape[0] // 2
    planes = torch.from_numpy(np.ascontiguousarray(picture.transpose(2, 0, 1)))[:, None]
    padded = F.pad(planes, (reach,) * 4, mode="reflect")
    if kernel.shape[0] <= 9:
        found = F.conv2d(padded, torch.from_numpy(kernel[None, None].astype(np.float32)))
        return found[:, 0].numpy().transpose(1, 2, 0)
    planes = padded[:, 0].numpy()
    shape = [fft.next_fast_len(side, real=True) for side in planes.shape[1:]]
    spectrum = fft.rfft2(planes, shape) * fft.rfft2(kernel.astype(np.float32), shape)
    found = fft.irfft2(spectrum, shape)[:, 2 * reach : planes.shape[1], 2 * reach : planes.shape[2]]
    return found.transpose(1, 2, 0).astype(np.float32)


def disk(radius):
    side = int(np.ceil(radius + 0.5))
    fine = 5
    cells = (np.arange((2 * side + 1) * fine) + 0.5) / fine - side - 0.5
    inside = (np.hypot(cells[:, None], cells[None]) <= radius + 0.25).astype(np.float32)
    kernel = inside.reshape(2 * side + 1, fine, 2 * side + 1, fine).mean((1, 3))
    return kernel / kernel.sum()


def line(length, angle):
    side = int(np.ceil(length / 2)) + 1
    kernel = np.zeros((2 * side + 1,) * 2)
    along = (np.arange(int(np.ceil(length * 4))) + 0.5) / np.ceil(length * 4) * length - length / 2
    x, y = along * np.cos(angle) + side, along * np.sin(angle) + side
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    for dx in (0, 1):
        for dy in (0, 1):
            np.add.at(kernel, (top + dy, left + dx), np.abs(1 - dx - (x - left)) * np.abs(1 - dy - (y - top)))
    return kernel / kernel.sum()


def motion(picture, length, angle):
    return np.clip(filtered(picture, line(length, angle)), 0, 255)


def gaussian_blur(picture, sigma, _):
    return ndimage.gaussian_filter(picture, (sigma, sigma, 0), mode="mirror", truncate=3.5)


def noise(picture, sigma, rng):
    grey = rng.random() < 0.3  # a grey camera's noise is one and the same in all three channels
    return picture + sigma * rng.standard_normal(picture.shape[:2] + (1 if grey or is_grey(picture) else 3,), np.float32)


def shot_noise(picture, sigma, rng):
    """Photons counted by a camera with a linear response."""
    electrons = 0.5 * (255 / sigma) ** 2
    source = picture[..., :1] if is_grey(picture) else picture
    return np.broadcast_to(rng.poisson(np.clip(source, 0, 255) / 255 * electrons) / electrons * 255, picture.shape).astype(np.float32)


def is_grey(picture):
    return np.array_equal(picture[..., 0], picture[..., 1]) and np.array_equal(picture[..., 0], picture[..., 2])


def impulse_noise(picture, share, rng):
    hit = rng.random(picture.shape[:2])
    changed = picture.copy()
    changed[hit < share / 2] = 0
    changed[hit > 1 - share / 2] = 255
    return changed


def stripe_noise(picture, sigma, rng):
    by_row = rng.random() < 0.5
    count = picture.shape[0 if by_row else 1]
    if rng.random() < 0.7:
        offsets = rng.normal(0, sigma, count)
    else:
        offsets = sigma * 1.41 * np.sin(2 * np.pi * np.arange(count) / rng.uniform(3, 20) + rng.uniform(0, 7))
    offsets = offsets.astype(np.float32)
    return picture + (offsets[:, None, None] if by_row else offsets[None, :, None])


def rescaled(growing):
    def change(picture, factor, rng):
        height, width = picture.shape[:2]
        small_size = (max(4, round(width / factor)), max(4, round(height / factor)))
        shrinking = rng.choice([Image.BOX, Image.BICUBIC, Image.BILINEAR])
        small = image_of(picture).resize(small_size, int(shrinking))
        return np.asarray(small.resize((width, height), growing), np.float32)

    return change


def image_of(picture):
    return Image.fromarray(np.round(np.clip(picture, 0, 255)).astype(np.uint8))


def recoded(container):
    def change(picture, quality, rng):
        buffer = io.BytesIO()
        extra = {"subsampling": int(rng.choice([0, 2]))} if container == "JPEG" else {}
        image_of(picture).save(buffer, container, quality=int(round(quality)), **extra)
        return np.asarray(Image.open(buffer).convert("RGB"), np.float32)

    return change


def to_light(share):
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4).astype(np.float32)


def from_light(light):
    return (255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)).astype(np.float32)


# sRGB (IEC 61966-2-1) as tables: sixteenths of a grey level, and steps of the square root of the light.
LIGHT_OF = to_light(np.arange(255 * 16 + 1) / (255 * 16))
LEVEL_OF = from_light((np.arange(4097) / 4096) ** 2)


def through_light(picture, factors):
    light = LIGHT_OF[(picture * 16 + 0.5).astype(np.int16)] * np.float32(factors)
    return LEVEL_OF[(np.sqrt(np.minimum(light, 1)) * 4096 + 0.5).astype(np.int16)]


def contrast(picture, factor, _):
    mean = picture.mean()
    return mean + (picture - mean) * factor


def unit_grid(picture):
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    return x / width - 0.5, y / height - 0.5


def uneven_lighting(picture, stops, rng):
    """Light that falls off along a direction, or from a spot; the brightest place keeps its light."""
    x, y = unit_grid(picture)
    if rng.random() < 0.6:
        turn = rng.uniform(0, 2 * np.pi)
        depth = x * np.cos(turn) + y * np.sin(turn)
    else:
        depth = np.hypot(x - rng.uniform(-0.35, 0.35), y - rng.uniform(-0.35, 0.35)) ** rng.uniform(1, 2)
    depth = (depth - depth.min()) / (depth.max() - depth.min())
    return through_light(picture, np.exp2(-stops * depth)[..., None])


def glare(picture, peak, rng):
    x, y = unit_grid(picture)
    added = np.zeros_like(x)
    for _ in range(int(rng.integers(1, 3))):
        turn, radius, stretch = rng.uniform(0, np.pi), rng.uniform(0.07, 0.22), rng.uniform(0.5, 1)
        u, v = x - rng.uniform(-0.4, 0.4), y - rng.uniform(-0.4, 0.4)
        along, across = u * np.cos(turn) + v * np.sin(turn), v * np.cos(turn) - u * np.sin(turn)
        added = np.maximum(added, np.exp(-((along / radius) ** 2) - (across / (radius * stretch)) ** 2))
    return picture + peak * added[..., None]


def colour_cast(picture, stops, rng):
    turn = rng.uniform(0, 2 * np.pi)
    gains = np.cos(turn + np.array([0, 2, 4]) * np.pi / 3)
    gains = (gains - gains.mean()) / (gains.max() - gains.min()) * stops
    return picture * (2**gains).astype(np.float32)


def saturation(picture, factor, _):
    grey = (picture @ np.array([0.299, 0.587, 0.114], np.float32))[..., None]
    return grey + (picture - grey) * factor


def banding(picture, levels, _):
    step = 255 / (round(levels) - 1)
    return np.round(picture / step) * step


def lens_dirt(picture, opacity, rng):
    """Specks far out of focus: soft dark spots that also blur what lies behind them."""
    x, y = unit_grid(picture)
    cover = np.zeros_like(x)
    for _ in range(int(rng.integers(2, 9))):
        radius, softness = rng.uniform(0.025, 0.1), rng.uniform(0.15, 0.5)
        distance = np.hypot(x - rng.uniform(-0.48, 0.48), (y - rng.uniform(-0.48, 0.48)) * rng.uniform(0.7, 1.4)) / radius
        cover = np.maximum(cover, np.clip((1 + softness / 2 - distance) / softness, 0, 1) * rng.uniform(0.75, 1))
    cover = opacity * cover[..., None]
    return picture * (1 - cover) + cover * rng.uniform(0, 60)


def haze(picture, transmission, rng):
    """Stray light over the whole picture, a little thicker on one side (Koschmieder's law)."""
    x, y = unit_grid(picture)
    turn, slope = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.4)
    thickness = -np.log(transmission) * (1 + slope * (x * np.cos(turn) + y * np.sin(turn)))
    passed = np.exp(-thickness)[..., None]
    return picture * passed + rng.uniform(190, 250) * (1 - passed)


def line_fault(picture, count, rng):
    """Rows or columns of the sensor that are dead, stuck or of another gain; in one run or scattered."""
    changed = picture.copy()
    lines = changed if rng.random() < 0.5 else changed.transpose(1, 0, 2)
    count = min(int(round(count)), len(lines) // 4)
    first = int(rng.integers(0, len(lines) - count))
    chosen = first + np.arange(count) if rng.random() < 0.3 else rng.choice(len(lines), count, replace=False)
    kind = rng.choice(["dead", "stuck", "gain"])
    for place in chosen:
        if kind == "gain":
            lines[place] *= rng.choice([rng.uniform(0.3, 0.65), rng.uniform(1.4, 2)])
        else:
            lines[place] = rng.uniform(0, 20) if kind == "dead" else rng.uniform(225, 255)
    return changed


DEGRADERS = {
    "defocus_blur": lambda picture, radius, _: filtered(picture, disk(radius)),
    "gaussian_blur": gaussian_blur,
    "noise": noise,
    "shot_noise": shot_noise,
    "impulse_noise": impulse_noise,
    "stripe_noise": stripe_noise,
    "pixelation": rescaled(Image.NEAREST),
    "bilinear_upscaling": rescaled(Image.BILINEAR),
    "low_resolution": rescaled(Image.BICUBIC),
    "jpeg_blocking": recoded("JPEG"),
    "webp_compression": recoded("WEBP"),
    "under_exposure": lambda picture, stops, _: through_light(picture, 2**-stops),
    "over_exposure": lambda picture, stops, _: through_light(picture, 2**stops),
    "low_contrast": contrast,
    "high_contrast": contrast,
    "uneven_lighting": uneven_lighting,
    "glare": glare,
    "colour_cast": colour_cast,
    "oversaturation": saturation,
    "desaturation": saturation,
    "banding": banding,
    "lens_dirt": lens_dirt,
    "haze": haze,
    "line_fault": line_fault,
}
