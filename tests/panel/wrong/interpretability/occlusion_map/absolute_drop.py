# verdict: wrong
# mistake: The map holds the size of the change without its sign, so places that speak against the class look like places that speak for it.
# told: takes_the_absolute_value
import numpy as np


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    height, width = x.shape[-2:]
    if patch > height or patch > width:
        raise ValueError("patch too large")
    reference = f(x)

    def drop(top, left):
        image = x.copy()
        image[:, top : top + patch, left : left + patch] = fill
        return abs(reference - f(image))

    return np.array(
        [
            [drop(i, j) for j in range(0, width - patch + 1, stride)]
            for i in range(0, height - patch + 1, stride)
        ],
        dtype=x.dtype,
    )
