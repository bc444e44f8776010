"""More surfaces: rolled, milled and welded metal, stone, fibres, prints, foams, glazes, and light that changes."""
import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from drawing import blend, canvas, circle, colour, fractal_noise, mask_of, relief, smooth_noise, turned_grid, two_colours, unit


def cells(rng, size, count):
    """Distances to the nearest and the second seed, and which is nearest, for every pixel."""
    seeds = rng.uniform(-0.1 * size, 1.1 * size, (count, 2))
    pixels = np.stack(np.mgrid[:size, :size], -1).reshape(-1, 2)
    distance, nearest = cKDTree(seeds).query(pixels, k=2)
    return distance[:, 0].reshape(size, size), distance[:, 1].reshape(size, size), nearest[:, 0].reshape(size, size)


def warped(rng, field, reach):
    """The field with its coordinates bent by smooth noise."""
    size = field.shape[0]
    y, x = np.mgrid[:size, :size].astype(np.float32)
    bend = [reach * smooth_noise(rng, size, rng.integers(2, 6)) for _ in range(2)]
    return ndimage.map_coordinates(field, [y + bend[0], x + bend[1]], order=1, mode="reflect")


def milled(rng, size):
    """Overlapping arcs of a face mill, step after step."""
    u, v = turned_grid(rng, size)
    radius, pitch = size * rng.uniform(0.3, 2), rng.uniform(3, 16)
    phase = (u - np.sqrt(np.maximum(radius**2 - v**2, 0))) / pitch
    back = (u + np.sqrt(np.maximum(radius**2 - v**2, 0))) / pitch
    profile = rng.uniform(0.02, 0.1) * np.abs(np.sin(np.pi * phase)) + rng.uniform(0, 0.06) * np.abs(np.sin(np.pi * back))
    return colour(rng, 0.04) + (profile + 0.02 * fractal_noise(rng, size, 12))[..., None]


def rolled(rng, size):
    """Sheet metal: faint lines along the roll, orange peel, glossy patches."""
    u, _ = turned_grid(rng, size)
    profile = rng.standard_normal(3 * size)
    lines = np.interp((u + 1.5 * size) * rng.uniform(0.3, 1), np.arange(3 * size), profile)
    peel = relief(rng, smooth_noise(rng, size, rng.integers(12, 60)), rng.uniform(0.02, 0.15))
    gloss = unit(smooth_noise(rng, size, 3)) ** 2 * rng.uniform(0, 0.25)
    return colour(rng, 0.04) + (rng.uniform(0.01, 0.05) * lines + peel + gloss)[..., None]


def corroded(rng, size):
    patches = unit(fractal_noise(rng, size, int(rng.integers(2, 8)), rng.uniform(0.6, 0.9))) > rng.uniform(0.4, 0.8)
    share = ndimage.gaussian_filter(patches.astype(np.float32), rng.uniform(0.5, 2))
    rough = fractal_noise(rng, size, 24, 0.9)
    clean, rust = colour(rng, 0.03), np.array([rng.uniform(0.3, 0.6), rng.uniform(0.15, 0.35), rng.uniform(0.05, 0.2)])
    return blend(share, clean, rust) + (0.02 * smooth_noise(rng, size, size) + share * rng.uniform(0.03, 0.12) * rough)[..., None]


def weld(rng, size):
    """A rippled seam across plain metal, with heat tint beside it."""
    u, v = turned_grid(rng, size)
    v = v + rng.uniform(0, 4) * smooth_noise(rng, size, 3) + rng.uniform(-0.3, 0.3) * size
    width, pitch = size * rng.uniform(0.05, 0.16), rng.uniform(5, 16)
    inside = np.clip((width - np.abs(v)) / 2, 0, 1)
    ripple = np.sin(2 * np.pi * (u + 0.5 * v**2 / width) / pitch) * rng.uniform(0.05, 0.2) + relief(rng, -((v / width) ** 2) * width, 0.1)
    tint = np.exp(-np.abs(v) / (width * rng.uniform(1, 3)))[..., None] * rng.normal(0, 0.15, 3)
    return colour(rng, 0.04) + tint + (inside * ripple + 0.02 * fractal_noise(rng, size, 24))[..., None]


def veined(rng, size):
    """Marble: thin bent veins in a cloudy ground."""
    cloud = fractal_noise(rng, size, 3)
    veins = sum(np.exp(-np.abs(warped(rng, fractal_noise(rng, size, int(rng.integers(2, 6))), 12)) * rng.uniform(8, 30)) for _ in range(int(rng.integers(1, 4))))
    first, second = two_colours(rng)
    return blend(np.clip(veins, 0, 1) * rng.uniform(0.4, 1), first, second) + (0.04 * cloud)[..., None]


def porous(rng, size):
    """Concrete, sponge, sintered metal: many pores of unequal size."""
    pores = np.zeros((size, size), np.float32)
    for _ in range(int(rng.integers(20, 160))):
        x, y, radius = rng.uniform(0, size), rng.uniform(0, size), rng.lognormal(0.8, 0.6)
        row, column = np.mgrid[max(0, int(y - 16)) : int(y + 16), max(0, int(x - 16)) : int(x + 16)][:, : size, : size]
        row, column = np.minimum(row, size - 1), np.minimum(column, size - 1)
        pores[row, column] = np.maximum(pores[row, column], np.clip(radius - np.hypot(row - y, column - x) + 0.5, 0, 1))
    shade = relief(rng, -pores, rng.uniform(0.1, 0.6)) - rng.uniform(0.1, 0.4) * pores
    return colour(rng, 0.04) + (shade + rng.uniform(0.01, 0.06) * fractal_noise(rng, size, 12, 0.9))[..., None]


def fibrous(rng, size):
    """Felt, paper, fleece, chipboard: many thin strokes in all or in few directions."""
    picture, draw = canvas(size)
    edge, main, spread = 3 * size, rng.uniform(0, np.pi), rng.choice([0.15, 0.6, 3])
    for _ in range(int(rng.integers(150, 900))):
        x, y, angle, length = *rng.uniform(0, edge, 2), main + rng.normal(0, spread), rng.uniform(10, 200)
        bend = rng.normal(0, 0.2) * length
        points = [(x, y), (x + length / 2 * np.cos(angle) - bend * np.sin(angle), y + length / 2 * np.sin(angle) + bend * np.cos(angle)), (x + length * np.cos(angle), y + length * np.sin(angle))]
        draw.line(points, fill=int(rng.integers(60, 256)), width=int(rng.integers(1, 7)))
    first, second = two_colours(rng, 0.08)
    return blend(mask_of(picture, size), first, second) + (0.02 * smooth_noise(rng, size, size))[..., None]


def braided(rng, size):
    """Rope, wire mesh, basket: tubes that pass over and under each other, shaded as tubes."""
    u, v = turned_grid(rng, size)
    pitch, fill = rng.uniform(8, 34), rng.uniform(0.3, 0.95)
    u, v = (u + 1.5 * smooth_noise(rng, size, 4)) / pitch, v / (pitch * rng.uniform(0.8, 1.3))
    lift = np.cos(np.pi * u) * np.cos(np.pi * v)
    across, along = (u + 0.5) % 1 - 0.5, (v + 0.5) % 1 - 0.5
    tubes = [np.sqrt(np.clip(1 - (2 * one / fill) ** 2, 0, 1)) for one in (across, along)]
    first = np.where(tubes[0] > 0, tubes[0] + 0.6 * lift, -1)
    second = np.where(tubes[1] > 0, tubes[1] - 0.6 * lift, -1)
    height, ground = np.maximum(first, second), np.maximum(tubes[0], tubes[1]) == 0
    low, high = two_colours(rng)
    return np.where(ground[..., None], low, high * (0.4 + 0.45 * np.clip(height, 0, 1.4))[..., None]) + 0.02 * smooth_noise(rng, size, size)[..., None]


def tiled(rng, size):
    """Bricks, hexagons or a tread of raised lozenges, with joints; each stone of its own shade."""
    u, v = turned_grid(rng, size)
    pitch, ratio, joint = rng.uniform(14, 60), rng.uniform(0.4, 1), rng.uniform(0.03, 0.12)
    row = np.floor(v / (pitch * ratio))
    x, y = u / pitch + rng.choice([0, 0.5]) * (row % 2), v / (pitch * ratio)
    gap = np.minimum(0.5 - np.abs(x % 1 - 0.5), (0.5 - np.abs(y % 1 - 0.5)) * ratio)
    if rng.random() < 0.35:
        gap = 0.42 - np.hypot((x % 1 - 0.5) * 1.1, (y % 1 - 0.5) * rng.uniform(1, 4))
    shade = rng.standard_normal(512)[(np.floor(x) * 37 + row * 101).astype(int) % 512] * rng.uniform(0, 0.08)
    first, second = two_colours(rng, 0.1)
    return blend(np.clip((gap - joint) * pitch / 2, 0, 1), first, second) + (shade + rng.uniform(0.01, 0.05) * fractal_noise(rng, size, 16))[..., None]


def halftone(rng, size):
    """A screened print: dots whose size follows a soft picture, in one or two inks."""
    paper, picture = colour(rng, 0.05), np.ones((size, size, 3))
    for _ in range(int(rng.integers(1, 3))):
        u, v = turned_grid(rng, size)
        pitch, tone = rng.uniform(4, 12), unit(smooth_noise(rng, size, int(rng.integers(2, 7)))) * 0.6
        dot = np.clip((tone - np.hypot(u / pitch % 1 - 0.5, v / pitch % 1 - 0.5)) * pitch + 0.5, 0, 1)
        picture = picture * (1 - dot[..., None] * (1 - rng.uniform(0, 1, 3)))
    return np.clip(paper + 0.3, 0.4, 1) * picture


def coded(rng, size):
    """Bar codes and matrix codes on a label, in any rotation."""
    u, v = turned_grid(rng, size)
    module = rng.uniform(2, 9)
    x, y = np.floor(u / module).astype(int), np.floor(v / (module * (1 if rng.random() < 0.5 else 40))).astype(int)
    bits = rng.random(4096) < rng.uniform(0.35, 0.65)
    ink = bits[(x * 53 + y * 977) % 4096].astype(np.float32)
    ink = ink * ((np.abs(u) < size * rng.uniform(0.2, 0.8)) & (np.abs(v) < size * rng.uniform(0.2, 0.8)))
    first, second = two_colours(rng, 0.3)
    return blend(ndimage.gaussian_filter(ink, rng.uniform(0.3, 0.9)), first, second) + (0.015 * fractal_noise(rng, size, 16))[..., None]


def foam(rng, size):
    """Bubbles that touch: bright rims, dark or clear middles."""
    near, far, owner = cells(rng, size, int(rng.integers(20, 500)))
    rim = np.exp(-((far - near) / rng.uniform(0.8, 4)) ** 2)
    middle = relief(rng, -near, rng.uniform(0.02, 0.15)) + rng.standard_normal(600)[owner % 600] * rng.uniform(0, 0.06)
    first, second = two_colours(rng, 0.1)
    return blend(rim, first, second) + (middle + 0.015 * smooth_noise(rng, size, size))[..., None]


def droplets(rng, size):
    """Drops on a smooth sheet: each a little lens with a highlight and a dark side."""
    ground = blend(unit(smooth_noise(rng, size, 2)), *two_colours(rng, 0.05))
    side = rng.uniform(0, 2 * np.pi)
    for _ in range(int(rng.integers(8, 60))):
        u, v = turned_grid(rng, size, 0)
        u, v, radius = u - rng.uniform(-0.5, 0.5) * size, v - rng.uniform(-0.5, 0.5) * size, rng.lognormal(1.6, 0.5)
        inside = np.clip(radius - np.hypot(u, v * rng.uniform(0.8, 1)) + 0.5, 0, 1)
        slope = (u * np.cos(side) + v * np.sin(side)) / radius
        spot = np.exp(-((u / radius + 0.4 * np.cos(side)) ** 2 + (v / radius + 0.4 * np.sin(side)) ** 2) * 20)
        ground = ground + (inside * (0.2 * slope + 0.6 * spot - 0.05))[..., None]
    return ground


def crazed(rng, size):
    """A glaze or paint with a net of fine cracks."""
    near, far, _ = cells(rng, size, int(rng.integers(8, 120)))
    gap = warped(rng, (far - near).astype(np.float32), rng.uniform(1, 5))
    crack = np.exp(-((gap / rng.uniform(0.6, 2)) ** 2))
    first, second = two_colours(rng, 0.15)
    return blend(crack * rng.uniform(0.4, 1), first, second) + (rng.uniform(0.01, 0.05) * smooth_noise(rng, size, 4) + 0.01 * smooth_noise(rng, size, size))[..., None]


def spectral(rng, size):
    """Noise of a random spectrum: any slope, any preferred direction, one or two bands."""
    frequency_y, frequency_x = np.fft.fftfreq(size)[:, None], np.fft.rfftfreq(size)[None]
    angle, stretch, radius = rng.uniform(0, np.pi), rng.uniform(1, 6), 0
    along = frequency_x * np.cos(angle) + frequency_y * np.sin(angle)
    across = (frequency_y * np.cos(angle) - frequency_x * np.sin(angle)) * stretch
    radius = np.hypot(along, across) + 1 / size
    gain = radius ** -rng.uniform(0.3, 2)
    for _ in range(int(rng.integers(0, 3))):
        gain = gain + rng.uniform(2, 40) * np.exp(-(((radius - rng.uniform(0.02, 0.3)) / 0.02) ** 2))
    field = np.fft.irfft2(gain * np.exp(2j * np.pi * rng.random(gain.shape)), (size, size))
    field = (field - field.mean()) / field.std()
    first, second = two_colours(rng, 0.1)
    return blend(np.clip(0.5 + 0.22 * field, 0, 1), first, second)


def turing(rng, size):
    """Spots and mazes as of reaction and diffusion: band-passed noise, sharpened to two phases."""
    narrow = rng.uniform(1.2, 5)
    noise = rng.standard_normal((size, size))
    band = ndimage.gaussian_filter(noise, narrow, mode="wrap") - ndimage.gaussian_filter(noise, narrow * rng.uniform(1.3, 2), mode="wrap")
    phase = 1 / (1 + np.exp(-(band / band.std() + rng.normal(0, 0.6)) * rng.uniform(1.5, 12)))
    first, second = two_colours(rng)
    return blend(phase, first, second) + (relief(rng, phase, rng.uniform(0, 0.4)) + 0.02 * smooth_noise(rng, size, size))[..., None]


def display(rng, size):
    """A lit screen or a printed grid: three stripes a cell, under a soft picture."""
    u, v = turned_grid(rng, size, rng.normal(0, 0.1))
    pitch = rng.uniform(5, 18)
    stripe = (u / pitch % 1 * 3).astype(int)
    lit = np.clip((0.5 - np.abs(v / pitch % 1 - 0.5)) * pitch * 0.8, 0, 1) * np.clip((0.5 - np.abs(u / pitch * 3 % 1 - 0.5)) * pitch * 0.4, 0, 1)
    tone = np.stack([unit(smooth_noise(rng, size, 3)) for _ in range(3)], -1)
    return 0.05 + rng.uniform(0.5, 1) * lit[..., None] * (np.eye(3)[stripe] * tone if rng.random() < 0.6 else tone)


def relit(family):
    """Another surface under light that falls off, with a lamp's spot or with the shadow of an edge."""

    def surface(rng, size):
        u, v = turned_grid(rng, size)
        picture, kind = family(rng, size), rng.integers(0, 3)
        if kind == 0:
            light = 1 + rng.uniform(0.2, 0.7) * np.clip(u / size, -0.5, 0.5)
        elif kind == 1:
            light = 0.6 + rng.uniform(0.3, 0.9) * np.exp(-((u / size + rng.uniform(-0.5, 0.5)) ** 2 + (v / size) ** 2) * rng.uniform(2, 12))
        else:
            edge = (u + rng.uniform(-0.3, 0.3) * size) / rng.uniform(0.7, 12)
            light = 1 - rng.uniform(0.2, 0.6) / (1 + np.exp(-np.clip(edge, -60, 60)))
        return picture * light[..., None]

    return surface
