"""Reference values for the SSIM operator, from scikit-image.

    python3 test/reference/ssim.py > test/reference/ssim.json     (python3-skimage, python3-numpy)

Two planes of whole grey levels: a scene, and the same scene with a shift of light, noise and a patch that is missing.
"""

import json

import numpy as np
from skimage.metrics import structural_similarity

rng = np.random.default_rng(7)
y, x = np.mgrid[0:26, 0:31]
scene = 128 + 70 * np.sin(x / 2.7) * np.cos(y / 3.9) + 12 * rng.normal(size=(26, 31))
other = 0.9 * scene + 20 + 8 * rng.normal(size=scene.shape)
other[8:15, 12:20] = 35
other[:3] = 255
picture, reference = (np.clip(np.rint(plane), 0, 255) for plane in (scene, other))
mean, full = structural_similarity(
    picture, reference, data_range=255, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, full=True
)
print(
    json.dumps(
        {
            "widthPx": 31,
            "heightPx": 26,
            "picture": [int(value) for value in picture.ravel()],
            "reference": [int(value) for value in reference.ravel()],
            "mean": round(float(mean), 8),
            "map": [round(float(value), 6) for value in full.ravel()],
        }
    )
)
