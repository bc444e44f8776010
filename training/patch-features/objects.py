"""More parts in any rotation: blades, packages, pins, bundles, capsules, sheets, tubes, heaps."""
import numpy as np
from scipy import ndimage

from drawing import SUPERSAMPLING, canvas, circle, colour, fractal_noise, mask_of, polygon_points, relief, smooth_noise, turned_grid, two_colours
from parts import standing_part
from surfaces import FILLINGS


def bladed(rng, size):
    """Fans and impellers: curved arms between a hub and a rim."""
    picture, draw = canvas(size)
    edge = size * SUPERSAMPLING
    centre, outer, turn = edge / 2 + rng.uniform(-0.06, 0.06, 2) * edge, edge * rng.uniform(0.25, 0.48), rng.uniform(0, 7)
    count, bend, broad = int(rng.integers(3, 13)), rng.uniform(-1.2, 1.2), rng.uniform(0.1, 0.7)
    reach = np.linspace(0.15, 1, 24)
    for start in turn + 2 * np.pi * np.arange(count) / count:
        lead, trail = start + bend * reach**2, start + bend * reach**2 + broad * 2 * np.pi / count
        points = polygon_points(*centre, outer * np.r_[reach, reach[::-1]], np.r_[lead, trail[::-1]])
        draw.polygon(points, fill=int(rng.integers(150, 256)))
    if rng.random() < 0.5:
        box = [*(centre - outer), *(centre + outer)]
        draw.ellipse(box, outline=255, width=int(edge * rng.uniform(0.01, 0.04)))
    circle(draw, *centre, outer * rng.uniform(0.15, 0.4), 255)
    circle(draw, *centre, outer * rng.uniform(0.03, 0.12), 0)
    return standing_part(rng, mask_of(picture, size))


def turned(rng, mask):
    """A mask in any rotation."""
    return ndimage.rotate(mask, rng.uniform(0, 360), reshape=False, order=1)


def packages(rng, size):
    """Chips and connectors: a body with rows of legs, a mark and a notch."""
    picture, draw = canvas(size)
    edge = size * SUPERSAMPLING
    width, height = edge * rng.uniform(0.25, 0.6), edge * rng.uniform(0.15, 0.4)
    left, top, legs, long = (edge - width) / 2, (edge - height) / 2, int(rng.integers(3, 14)), edge * rng.uniform(0.03, 0.12)
    for place in (np.arange(legs) + 0.5) / legs:
        x, half = left + place * width, width / legs * rng.uniform(0.2, 0.35)
        draw.rectangle((x - half, top - long, x + half, top + height + long), fill=150)
    draw.rounded_rectangle((left, top, left + width, top + height), radius=edge * rng.uniform(0, 0.03), fill=255)
    circle(draw, left + 0.1 * width, top + 0.2 * height, 0.05 * height, 190)
    for _ in range(int(rng.integers(0, 12))):
        x, y = left + width * rng.uniform(0.2, 0.9), top + height * rng.uniform(0.2, 0.8)
        draw.line((x, y, x + rng.uniform(-20, 20), y + rng.uniform(-20, 20)), fill=200, width=3)
    return standing_part(rng, turned(rng, mask_of(picture, size)))


def pins(rng, size):
    """A regular field of round or square posts, each with a highlight; now and then in one row."""
    u, v = turned_grid(rng, size)
    pitch, rows = rng.uniform(10, 40), int(rng.choice([1, 2, 4, 20]))
    x, y = u / pitch % 1 - 0.5, v / pitch % 1 - 0.5
    inside = np.abs(np.floor(v / pitch) + rows // 2) * 2 < 2 * rows
    distance = np.hypot(x, y) if rng.random() < 0.6 else np.maximum(np.abs(x), np.abs(y))
    post = np.clip((rng.uniform(0.2, 0.42) - distance) * pitch + 0.5, 0, 1) * inside
    return standing_part(rng, post)


def bundles(rng, size):
    """A cable's cross-section: coloured cores with strands, in a jacket."""
    ground, picture = colour(rng, 0.03), None
    u, v = turned_grid(rng, size)
    radius, cores = size * rng.uniform(0.3, 0.46), int(rng.choice([1, 2, 3, 4, 5, 7]))
    inside = np.clip(radius - np.hypot(u, v), 0, 1)[..., None]
    picture = ground + inside * (colour(rng) - ground)
    reach = radius * (0 if cores == 1 else 0.55)
    for angle in rng.uniform(0, 7) + 2 * np.pi * np.arange(cores) / cores:
        x, y, own = u - reach * np.cos(angle), v - reach * np.sin(angle), radius * (0.8 if cores == 1 else min(0.4, 1.5 / cores))
        picture = picture + np.clip(own - np.hypot(x, y), 0, 1)[..., None] * (colour(rng, 0.4) - picture)
        strand = rng.uniform(3, 9)
        grid = np.clip((0.45 - np.hypot(x / strand % 1 - 0.5, (y / strand) % 1 - 0.5)) * strand, 0, 1)
        copper = np.array([0.75, 0.5, 0.3]) if rng.random() < 0.6 else np.array([0.7, 0.7, 0.72])
        picture = picture + (grid * (np.hypot(x, y) < 0.65 * own))[..., None] * (copper - picture)
    return picture + 0.015 * smooth_noise(rng, size, size)[..., None]


def lit_bodies(rng, size, inside, height, picture):
    """Adds bodies of a given height to a picture: own colour, light from one side, a soft shadow."""
    shade = relief(rng, height, rng.uniform(0.1, 0.4))
    shadow = ndimage.shift(ndimage.gaussian_filter(inside, 3), rng.uniform(-4, 4, 2), order=1)
    picture = picture * (1 - 0.4 * shadow[..., None] * (1 - inside[..., None]))
    return picture + inside[..., None] * (colour(rng) + (shade + 0.01 * smooth_noise(rng, size, size))[..., None] - picture)


def capsules(rng, size):
    """Pills, tablets and beans: one large or a handful."""
    picture, count = np.ones((size, size, 3)) * colour(rng, 0.05), int(rng.choice([1, 1, 4, 12]))
    for _ in range(count):
        u, v = turned_grid(rng, size)
        shift = 0.08 if count == 1 else 0.45
        u, v = u - size * rng.uniform(-shift, shift), v - size * rng.uniform(-shift, shift)
        radius = size * rng.uniform(0.1, 0.25) / count**0.3
        distance = np.hypot(np.maximum(np.abs(u) - radius * rng.choice([0, 1, 1.8]), 0), v)
        inside = np.clip(radius - distance + 0.5, 0, 1)
        picture = lit_bodies(rng, size, inside, np.sqrt(np.clip(radius**2 - distance**2, 0, None)), picture)
        half = ((u > 0) * inside * rng.choice([0, 1]))[..., None]
        picture = picture + half * rng.normal(0, 0.2, 3) - (inside * np.exp(-((u / 1.5) ** 2)) * rng.choice([0, 0.15]))[..., None]
    return picture


def screws(rng, size):
    """A threaded shaft with a head, as seen from its side."""
    u, v = turned_grid(rng, size)
    u = u - rng.uniform(-0.06, 0.06) * size
    length, thick, pitch = size * rng.uniform(0.25, 0.42), size * rng.uniform(0.035, 0.09), rng.uniform(4, 10)
    thread = thick * (1 + 0.22 * np.abs((u / pitch + 0.15 * np.sign(v)) % 1 - 0.5) * 2)
    shaft = np.clip(thread - np.abs(v), 0, 1) * (np.abs(u) < length)
    head = np.clip(thick * rng.uniform(1.6, 2.4) - np.abs(v), 0, 1) * ((u > length * 0.8) & (u < length * 0.8 + thick * rng.uniform(1, 2)))
    tip = np.clip((u + length) * rng.uniform(0.4, 2) - np.abs(v), 0, 1)
    return standing_part(rng, np.clip(np.maximum(shaft, head) * tip, 0, 1))


def sheets(rng, size):
    """Cut and bent sheet metal, gaskets, frames: a large outline with a smaller one inside."""
    picture, draw = canvas(size)
    edge = size * SUPERSAMPLING
    waves = [(int(rng.integers(2, 9)), rng.uniform(0, 0.12), rng.uniform(0, 7)) for _ in range(3)]
    angles = np.linspace(0, 2 * np.pi, 240)
    ring = 1 + sum(strength * np.cos(order * angles + phase) for order, strength, phase in waves)
    outer, inner = edge * rng.uniform(0.28, 0.4), rng.uniform(0.3, 0.85)
    draw.polygon(polygon_points(edge / 2, edge / 2, outer * ring, angles), fill=255)
    draw.polygon(polygon_points(edge / 2, edge / 2, outer * inner * ring, angles), fill=int(rng.choice([0, 0, 170])))
    for angle in rng.uniform(0, 7, int(rng.integers(0, 7))):
        reach = outer * (1 + inner) / 2
        circle(draw, edge / 2 + reach * np.cos(angle), edge / 2 + reach * np.sin(angle), outer * (1 - inner) * rng.uniform(0.1, 0.25), 0)
    return standing_part(rng, mask_of(picture, size))


def tubes(rng, size):
    """Bottles, rods and pipes: bodies of revolution with long highlights, alone or side by side."""
    ground, body = two_colours(rng)
    u, v = turned_grid(rng, size)
    pitch = size * rng.uniform(0.12, 0.7)
    place = np.floor(v / pitch + 0.5)
    across = (v - place * pitch) / (pitch * rng.uniform(0.3, 0.5)) * (1 + rng.uniform(0, 0.3) * (np.sin(u / size * rng.uniform(2, 12)) > 0.3))
    single = rng.random() < 0.5
    inside = np.clip((1 - np.abs(across)) * pitch / 4, 0, 1) * (np.abs(place) < (0.5 if single else 9)) * (np.abs(u) < size * rng.uniform(0.3, 0.9))
    gloss = sum(rng.uniform(0.1, 0.5) * np.exp(-(((across - rng.uniform(-0.8, 0.8)) / rng.uniform(0.03, 0.3)) ** 2)) for _ in range(int(rng.integers(1, 4))))
    shade = np.sqrt(np.clip(1 - across**2, 0.05, 1))
    return ground + inside[..., None] * (body * shade[..., None] + gloss[..., None] - ground) + (0.012 * fractal_noise(rng, size, 16))[..., None]


def heaped(rng, size):
    """Bodies that hide each other (dead leaves): discs, strips and lumps in all sizes, each with its own surface."""
    fill = FILLINGS[int(rng.integers(len(FILLINGS)))](rng, size)
    fill, picture = fill - fill.mean((0, 1)), np.ones((size, size, 3)) * colour(rng)
    palette = [colour(rng) for _ in range(int(rng.integers(2, 7)))]
    stretch, smallest = rng.choice([1, 1, 2, 6]), rng.uniform(3, 14)
    for _ in range(int(rng.integers(20, 110))):
        u, v = turned_grid(rng, size)
        u, v = u - rng.uniform(-0.8, 0.8) * size, v - rng.uniform(-0.8, 0.8) * size
        radius = min(smallest / rng.random() ** 0.5, size / 3)
        inside = np.clip(radius - np.hypot(u / stretch, v) + 0.5, 0, 1)[..., None]
        light = 1 - 0.35 * np.clip(np.hypot(u / stretch, v) / radius, 0, 1)[..., None] ** rng.uniform(1, 6)
        picture = picture + inside * ((palette[int(rng.integers(len(palette)))] + 0.7 * fill) * light - picture)
    return picture
