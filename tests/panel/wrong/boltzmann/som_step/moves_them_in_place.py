# verdict: wrong
# mistake: The prototypes that were passed in are overwritten, and the same array is returned.
# told: overwrites_weight
import numpy as np


def som_step(x, weight, lr, sigma):
    if not sigma > 0:
        raise ValueError("sigma must be > 0")
    rows, cols = weight.shape[:2]
    dist = np.sum((x - weight) ** 2, axis=2)
    best = int(np.argmin(dist))
    br, bc = best // cols, best % cols
    for r in range(rows):
        for c in range(cols):
            g = ((r - br) / sigma) * ((r - br) / sigma) + ((c - bc) / sigma) * ((c - bc) / sigma)
            weight[r, c] += lr * np.exp(-g / 2) * (x - weight[r, c])
    return weight
