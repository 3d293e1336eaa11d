# verdict: passed
# style: NumPy, a generator yields covered copies, np.fromiter collects the drops
import numpy as np


def covered_images(x, patch, tops, lefts, fill):
    for top in tops:
        for left in lefts:
            image = np.array(x)
            image[:, top : top + patch, left : left + patch] = fill
            yield image


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    height, width = x.shape[1:]
    if patch > min(height, width):
        raise ValueError("patch must fit into the image")
    tops = range(0, height - patch + 1, stride)
    lefts = range(0, width - patch + 1, stride)
    score = float(f(x))
    drops = (score - float(f(image)) for image in covered_images(x, patch, tops, lefts, fill))
    flat = np.fromiter(drops, dtype=np.float64, count=len(tops) * len(lefts))
    return flat.reshape(len(tops), len(lefts)).astype(x.dtype)
