"""Writes what look.py measures on two drawn pictures, for look.test.ts to repeat: python3 golden_look.py > FILE."""
import json

import numpy as np

from look import look_of


def drawn(width, height):
    """Steps, slopes and texture by a formula that both languages compute exactly."""
    y, x = np.mgrid[:height, :width]
    planes = [(x * 7 + y * 13 + (x * y // 8) * 5 + channel * 50 + (x // 16) * 31) % 256 for channel in range(3)]
    return np.stack(planes, -1).astype(np.uint8)


def golden(width, height):
    crops, numbers, places = look_of(drawn(width, height))
    checked = crops.astype(np.int64).sum((1, 2, 3))
    return {"widthPx": width, "heightPx": height, "corners": [[int(x), int(y)] for y, x in places], "cropSums": checked.tolist(), "numbers": [round(float(value), 5) for value in numbers]}


print(json.dumps([golden(330, 250), golden(70, 120)]))
