# verdict: passed
# style: adds the image shifted and scaled once per kernel entry
import numpy as np


def cross_correlate2d(image, kernel):
    rows = image.shape[0] - kernel.shape[0] + 1
    cols = image.shape[1] - kernel.shape[1] + 1
    if min(rows, cols) < 1:
        raise ValueError("kernel has more rows or columns than the image")
    result = np.zeros((rows, cols), image.dtype)
    for (u, v), k in np.ndenumerate(kernel):
        result += k * image[u:u + rows, v:v + cols]
    return result
