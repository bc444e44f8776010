"""Procedural pictures: each family is a function (rng, size) -> float32 [size, size, 3] in 0..1.

No family imitates one product. Together they give the student the statistics of surfaces (cast, machined, woven,
grained, printed, granular) and of free-standing parts on plain ground in any rotation.
"""
import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage
from scipy.spatial import cKDTree

SUPERSAMPLING = 3


def smooth_noise(rng, size, cells_x, cells_y=None):
    """A random grid, bicubically enlarged: zero mean, unit deviation. Unequal cell counts make streaks."""
    grid = rng.standard_normal((max(2, int(cells_y or cells_x)), max(2, int(cells_x)))).astype(np.float32)
    field = np.asarray(Image.fromarray(grid).resize((size, size), Image.BICUBIC))
    return (field - field.mean()) / (field.std() + 1e-6)


def fractal_noise(rng, size, cells=4, roughness=0.6):
    field, weight = np.zeros((size, size), np.float32), 1.0
    while cells <= size:
        field += weight * smooth_noise(rng, size, cells)
        cells, weight = cells * 2, weight * roughness
    return (field - field.mean()) / (field.std() + 1e-6)


def unit(field):
    """To 0..1 without letting single outliers set the range."""
    low, high = np.percentile(field, (1, 99))
    return np.clip((field - low) / (high - low + 1e-6), 0, 1)


def colour(rng, saturation=None):
    level = rng.uniform(0.08, 0.95)
    strength = rng.choice([0.03, 0.12, 0.4], p=[0.5, 0.25, 0.25]) if saturation is None else saturation
    return np.clip(level + strength * rng.standard_normal(3), 0.02, 0.98).astype(np.float32)


def two_colours(rng, least=0.15):
    while True:
        first, second = colour(rng), colour(rng)
        if abs(first.mean() - second.mean()) > least:
            return first, second


def blend(field, first, second):
    return first + field[..., None] * (second - first)


def turned_grid(rng, size, angle=None):
    """Pixel coordinates about the centre, turned by a random angle."""
    y, x = np.mgrid[:size, :size].astype(np.float32) - size / 2
    turn = rng.uniform(0, 2 * np.pi) if angle is None else angle
    return x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)


def relief(rng, height, strength):
    """Brightness of a height field lit from a random side."""
    slope_y, slope_x = np.gradient(height)
    side = rng.uniform(0, 2 * np.pi)
    return strength * (slope_x * np.cos(side) + slope_y * np.sin(side))


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


def canvas(size):
    picture = Image.new("L", (size * SUPERSAMPLING, size * SUPERSAMPLING), 0)
    return picture, ImageDraw.Draw(picture)


def mask_of(picture, size):
    return np.asarray(picture.resize((size, size), Image.BOX), np.float32) / 255


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


def circle(draw, x, y, radius, fill):
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def polygon_points(x, y, radii, angles):
    return [(x + r * np.cos(a), y + r * np.sin(a)) for r, a in zip(radii, angles)]


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


def knit(rng, size):
    """Columns of V-shaped loops."""
    u, v = turned_grid(rng, size)
    pitch = rng.uniform(7, 22)
    column = np.abs((u / pitch) % 1 - 0.5) * 2
    loop = np.abs(np.sin(np.pi * (v / (pitch * rng.uniform(0.6, 1.1)) + column * rng.uniform(0.4, 0.9))))
    first, second = two_colours(rng, 0.1)
    return blend(loop * (0.35 + 0.65 * np.sin(np.pi * column)), first, second) + (0.02 * smooth_noise(rng, size, size))[..., None]


FAMILIES = {
    family.__name__: family
    for family in (cast, machined, brushed, weave, grain, granules, perforated, gradient, glass, printed, boards, round_parts, plate_parts, thin_parts, toothed, knit)
}
