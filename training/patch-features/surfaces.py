"""Surfaces that fill the picture: cast, machined, woven, grained, granular, perforated, printed."""
import numpy as np
from PIL import Image
from scipy import ndimage
from scipy.spatial import cKDTree

from drawing import SUPERSAMPLING, blend, canvas, colour, fractal_noise, mask_of, relief, smooth_noise, turned_grid, two_colours, unit


def cast(rng, size):
    height = fractal_noise(rng, size, int(rng.integers(3, 24)), rng.uniform(0.5, 0.95))
    surface = rng.uniform(0.02, 0.15) * height + relief(rng, height, rng.uniform(0.05, 0.35))
    for _ in range(int(rng.integers(0, 25))):
        u, v = turned_grid(rng, size, 0)
        x, y, radius = rng.uniform(-size / 2, size / 2, 2).tolist() + [rng.uniform(0.8, 3.5)]
        surface -= rng.uniform(0.05, 0.3) * np.exp(-((u - x) ** 2 + (v - y) ** 2) / (2 * radius**2))
    return colour(rng, 0.03) + surface[..., None]


def machined(rng, size):
    u, v = turned_grid(rng, size)
    if rng.random() < 0.5:
        u = np.hypot(u - rng.uniform(-2, 2) * size, v - rng.uniform(-1, 1) * size)
    pitch = rng.uniform(1.5, 12)
    profile = rng.standard_normal(4 * size)
    lines = np.interp(u / pitch % len(profile), np.arange(len(profile)), profile).astype(np.float32)
    wave = np.sin(2 * np.pi * u / (pitch * rng.uniform(1, 5)))
    surface = rng.uniform(0.02, 0.12) * lines + rng.uniform(0, 0.1) * wave + 0.03 * fractal_noise(rng, size)
    return colour(rng, 0.04) + surface[..., None]


def brushed(rng, size):
    larger = int(size * 1.5)
    streaks = smooth_noise(rng, larger, rng.integers(3, 20), larger) + 0.5 * smooth_noise(rng, larger, larger // 4, larger)
    turned = ndimage.rotate(streaks, rng.uniform(0, 180), reshape=False, order=1)
    edge = (larger - size) // 2
    return colour(rng, 0.05) + (rng.uniform(0.02, 0.12) * turned[edge : edge + size, edge : edge + size])[..., None]


def weave(rng, size):
    u, v = turned_grid(rng, size)
    warp = 0.6 * smooth_noise(rng, size, 5)
    pitch, period, step = rng.uniform(4, 18), int(rng.integers(2, 6)), int(rng.integers(1, 3))
    u, v = (u + warp) / pitch, (v + warp) / (pitch * rng.uniform(0.7, 1.4))
    over = ((np.floor(u) + step * np.floor(v)) % period) < max(1, period // 2)
    across, along = np.abs(np.sin(np.pi * u)), np.abs(np.sin(np.pi * v))
    thread = np.where(over, across * (0.6 + 0.4 * along), along * (0.6 + 0.4 * across))
    first, second = two_colours(rng, 0.0)
    return np.where(over[..., None], first, second) * (0.45 + 0.6 * thread[..., None]) + 0.02 * smooth_noise(rng, size, size)[..., None]


def grain(rng, size):
    u, v = turned_grid(rng, size)
    stretch = rng.uniform(0.02, 0.25)
    rings = np.hypot(u + rng.uniform(-size, size), v * stretch) + rng.uniform(1, 8) * smooth_noise(rng, size, 3)
    field = 0.5 + 0.5 * np.sin(2 * np.pi * rings / rng.uniform(5, 30))
    fibres = np.interp(u * 2 % 999, np.arange(1000), rng.standard_normal(1000))
    first, second = two_colours(rng)
    return blend(field * rng.uniform(0.3, 1), first, second) + (rng.uniform(0.01, 0.06) * fibres)[..., None]


def granules(rng, size):
    """Pebbles, leather, terrazzo: nearest seed and the distance to the next one."""
    seeds = rng.uniform(-10, size + 10, (int(rng.integers(30, 1500)), 2))
    pixels = np.stack(turned_grid(rng, size, 0), -1).reshape(-1, 2) + size / 2
    distance, nearest = cKDTree(seeds).query(pixels, k=2)
    edge = np.clip((distance[:, 1] - distance[:, 0]) / rng.uniform(1, 6), 0, 1).reshape(size, size)
    level = rng.standard_normal(len(seeds))[nearest[:, 0]].reshape(size, size)
    first, second = two_colours(rng)
    return blend(edge, first, second) + (rng.uniform(0, 0.15) * level)[..., None]


def perforated(rng, size):
    u, v = turned_grid(rng, size)
    pitch, stagger = rng.uniform(8, 32), rng.choice([0, 0.5])
    row = np.floor(v / pitch)
    x, y = (u / pitch + stagger * row) % 1 - 0.5, (v / pitch) % 1 - 0.5
    distance = np.hypot(x, y) if rng.random() < 0.6 else np.maximum(np.abs(x), np.abs(y))
    hole = np.clip((rng.uniform(0.15, 0.42) - distance) * pitch + 0.5, 0, 1)
    first, second = two_colours(rng)
    return blend(hole, first, second) + (0.02 * fractal_noise(rng, size))[..., None]


def gradient(rng, size):
    field = unit(smooth_noise(rng, size, rng.integers(2, 4)) + rng.uniform(0, 0.3) * smooth_noise(rng, size, 8))
    first, second = two_colours(rng, 0.05)
    return blend(field, first, second) + (rng.uniform(0, 0.03) * smooth_noise(rng, size, size))[..., None]


def glass(rng, size):
    picture = gradient(rng, size)
    for _ in range(int(rng.integers(2, 8))):
        u, v = turned_grid(rng, size)
        u, v = u - rng.uniform(-size, size) / 2, v - rng.uniform(-size, size) / 2
        if rng.random() < 0.5:
            glow = np.exp(-((u / rng.uniform(1, 10)) ** 2) - (v / rng.uniform(20, 150)) ** 2)
        else:
            glow = np.exp(-(((np.hypot(u, v) - rng.uniform(2, 30)) / rng.uniform(0.8, 3)) ** 2))
        picture = picture + rng.uniform(-0.3, 0.6) * glow[..., None]
    return picture


def printed(rng, size):
    """Rows of strokes like letters, with blocks and rules, turned slightly or freely."""
    picture, draw = canvas(size)
    edge, y = size * SUPERSAMPLING, 0
    while y < edge:
        height = rng.uniform(18, 70)
        x = rng.uniform(0, 30)
        while x < edge:
            width = height * rng.uniform(0.3, 0.7)
            for _ in range(int(rng.integers(1, 5))):
                points = [(x + rng.uniform(0, width), y + rng.uniform(0, height)) for _ in range(3)]
                draw.line(points, fill=255, width=int(height * rng.uniform(0.08, 0.2)) + 1)
            x += width * (1.3 if rng.random() < 0.85 else 2.5)
        if rng.random() < 0.2:
            draw.rectangle((rng.uniform(0, edge), y, rng.uniform(0, edge) + edge, y + height), fill=int(rng.integers(0, 256)))
        y += height * rng.uniform(1.2, 2)
    turn = rng.normal(0, 4) + rng.choice([0, 90, 180, 270])
    mask = mask_of(picture.rotate(turn, Image.BILINEAR), size)
    first, second = two_colours(rng, 0.25)
    return blend(mask, first, second) + (0.015 * fractal_noise(rng, size, 16))[..., None]


def boards(rng, size):
    """Pads, vias and tracks with 45 degree bends, in laminate colours."""
    picture, draw = canvas(size)
    edge, unit_px = size * SUPERSAMPLING, rng.uniform(8, 24)
    for _ in range(int(rng.integers(8, 30))):
        x, y = rng.uniform(0, edge, 2)
        points = [(x, y)]
        for _ in range(int(rng.integers(1, 5))):
            angle, length = rng.integers(0, 8) * np.pi / 4, rng.uniform(20, 250)
            x, y = x + length * np.cos(angle), y + length * np.sin(angle)
            points.append((x, y))
        draw.line(points, fill=255, width=int(unit_px * rng.uniform(0.5, 1.2)), joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - unit_px, y - unit_px, x + unit_px, y + unit_px), fill=255)
            hole = unit_px * 0.45
            draw.ellipse((x - hole, y - hole, x + hole, y + hole), fill=int(rng.choice([0, 60, 255])))
    first, second = two_colours(rng, 0.2)
    return blend(mask_of(picture, size), first, second) + (0.015 * fractal_noise(rng, size, 24))[..., None]


def knit(rng, size):
    """Columns of V-shaped loops."""
    u, v = turned_grid(rng, size)
    pitch = rng.uniform(7, 22)
    column = np.abs((u / pitch) % 1 - 0.5) * 2
    loop = np.abs(np.sin(np.pi * (v / (pitch * rng.uniform(0.6, 1.1)) + column * rng.uniform(0.4, 0.9))))
    first, second = two_colours(rng, 0.1)
    return blend(loop * (0.35 + 0.65 * np.sin(np.pi * column)), first, second) + (0.02 * smooth_noise(rng, size, size))[..., None]


FILLINGS = (cast, machined, brushed, weave, grain, granules, gradient)
