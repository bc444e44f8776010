"""What the families are drawn with: noise, colours, turned coordinates, light on a height field, masks."""
import numpy as np
from PIL import Image, ImageDraw

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


def canvas(size):
    picture = Image.new("L", (size * SUPERSAMPLING, size * SUPERSAMPLING), 0)
    return picture, ImageDraw.Draw(picture)


def mask_of(picture, size):
    return np.asarray(picture.resize((size, size), Image.BOX), np.float32) / 255


def circle(draw, x, y, radius, fill):
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def polygon_points(x, y, radii, angles):
    return [(x + r * np.cos(a), y + r * np.sin(a)) for r, a in zip(radii, angles)]
