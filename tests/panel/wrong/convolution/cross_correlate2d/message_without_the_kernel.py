# verdict: wrong
# mistake: The error message speaks of a filter and an input and does not name the argument kernel.
import numpy as np


def cross_correlate2d(image, kernel):
    kh, kw = kernel.shape
    oh, ow = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    if oh < 1 or ow < 1:
        raise ValueError("the filter is larger than the input")
    cols = np.stack([image[u:u + oh, v:v + ow] for u in range(kh) for v in range(kw)], axis=-1)
    return cols @ kernel.reshape(-1)
