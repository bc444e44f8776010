"""Parts on plain ground, in any rotation."""
import numpy as np
from scipy import ndimage

from drawing import SUPERSAMPLING, canvas, circle, mask_of, polygon_points, relief, smooth_noise, two_colours
from surfaces import brushed, cast, gradient, machined


def standing_part(rng, mask):
    """A part (mask 0..1) on plain ground: body texture, bevel at its edges, cast shadow, uneven light."""
    size = mask.shape[0]
    ground, body = two_colours(rng, 0.12)
    texture = rng.choice([cast, machined, brushed, gradient])(rng, size)
    texture = body + rng.uniform(0.2, 1) * (texture - texture.mean((0, 1)))
    bevel = relief(rng, ndimage.gaussian_filter(mask, rng.uniform(0.8, 3)), rng.uniform(0, 1.2))
    shadow = ndimage.shift(ndimage.gaussian_filter(mask, rng.uniform(1, 6)), rng.uniform(-6, 6, 2), order=1)
    light = rng.uniform(0, 0.06) * smooth_noise(rng, size, 2) + rng.uniform(0, 0.02) * smooth_noise(rng, size, size)
    base = ground * (1 - rng.uniform(0, 0.6) * shadow[..., None])
    return base + mask[..., None] * (texture - base) + (bevel * mask + light)[..., None]


def round_parts(rng, size):
    """Discs, washers, flanges with bolt circles; one large or several small."""
    picture, draw = canvas(size)
    edge, count = size * SUPERSAMPLING, int(rng.choice([1, 1, 1, 3, 6]))
    for _ in range(count):
        x, y = rng.uniform(0.3, 0.7, 2) * edge if count == 1 else rng.uniform(0.05, 0.95, 2) * edge
        radius = edge * (rng.uniform(0.2, 0.48) if count == 1 else rng.uniform(0.05, 0.18))
        circle(draw, x, y, radius, 255)
        circle(draw, x, y, radius * rng.uniform(0, 0.8), int(rng.choice([0, 0, 150, 215])))
        holes, turn = int(rng.integers(0, 9)), rng.uniform(0, 7)
        for angle in turn + 2 * np.pi * np.arange(holes) / max(1, holes):
            circle(draw, x + 0.75 * radius * np.cos(angle), y + 0.75 * radius * np.sin(angle), radius * 0.1, 0)
    return standing_part(rng, mask_of(picture, size))


def plate_parts(rng, size):
    """Nuts, plates, brackets: polygons with holes and slots."""
    picture, draw = canvas(size)
    edge, count = size * SUPERSAMPLING, int(rng.choice([1, 1, 2, 5]))
    for _ in range(count):
        x, y = rng.uniform(0.25, 0.75, 2) * edge
        radius, corners = edge * rng.uniform(0.15, 0.5) / count**0.5, int(rng.integers(3, 9))
        angles = rng.uniform(0, 7) + 2 * np.pi * np.arange(corners) / corners
        regular = rng.random() < 0.4
        radii = radius * (np.ones(corners) if regular else rng.uniform(0.5, 1, corners))
        draw.polygon(polygon_points(x, y, radii, angles), fill=255)
        for _ in range(int(rng.integers(0, 4))):
            reach, angle = (0 if regular else rng.uniform(0, 0.4)) * radius, rng.uniform(0, 7)
            circle(draw, x + reach * np.cos(angle), y + reach * np.sin(angle), radius * rng.uniform(0.08, 0.35), int(rng.choice([0, 0, 170])))
    return standing_part(rng, mask_of(picture, size))


def thin_parts(rng, size):
    """Wires, springs, needles, clips: strokes a few pixels wide."""
    picture, draw = canvas(size)
    edge = size * SUPERSAMPLING
    for _ in range(int(rng.integers(1, 6))):
        t = np.linspace(0, 1, 120)
        turns, angle, length = rng.choice([0, 0, 1, 6, 12]), rng.uniform(0, 7), edge * rng.uniform(0.3, 1)
        u = length * (t - 0.5) + edge * rng.uniform(0, 0.04) * np.cos(2 * np.pi * turns * t)
        v = edge * rng.uniform(0.01, 0.08) * np.sin(2 * np.pi * turns * t) + edge * rng.uniform(-0.3, 0.3) * (t - 0.5) ** 2 * 2
        x, y = rng.uniform(0.2, 0.8, 2) * edge
        points = zip(x + u * np.cos(angle) - v * np.sin(angle), y + u * np.sin(angle) + v * np.cos(angle))
        draw.line(list(points), fill=255, width=int(rng.uniform(3, 18)), joint="curve")
    return standing_part(rng, mask_of(picture, size))


def toothed_mask(size, teeth, depth, hub, spokes, angle, radius=0.4, missing=()):
    """A toothed wheel with spokes, turned by `angle`; teeth listed in `missing` are broken off."""
    picture, draw = canvas(size)
    edge = size * SUPERSAMPLING
    centre, outer = edge / 2, edge * radius
    slots = np.arange(4 * teeth)
    high = (slots % 4 < 2) & ~np.isin(slots // 4, missing)
    draw.polygon(polygon_points(centre, centre, np.where(high, outer, outer * (1 - depth)), angle + 2 * np.pi * slots / len(slots)), fill=255)
    circle(draw, centre, centre, outer * (1 - depth) * 0.82, 0)
    for turn in angle + 2 * np.pi * np.arange(spokes) / spokes:
        end = (centre + outer * 0.75 * np.cos(turn), centre + outer * 0.75 * np.sin(turn))
        draw.line((centre, centre) + end, fill=255, width=int(edge * 0.05))
    circle(draw, centre, centre, outer * hub, 255)
    circle(draw, centre, centre, outer * hub * 0.5, 0)
    return mask_of(picture, size)


def toothed(rng, size):
    return standing_part(rng, toothed_mask(size, int(rng.integers(8, 28)), rng.uniform(0.08, 0.25), rng.uniform(0.2, 0.45), int(rng.integers(3, 8)), rng.uniform(0, 7)))
