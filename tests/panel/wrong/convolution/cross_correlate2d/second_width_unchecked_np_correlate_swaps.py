# verdict: wrong
# mistake: Only the rows of the kernel are checked, and np.correlate swaps its arguments when the kernel is wider than the image, so numbers come back instead of an error.
import numpy as np


def cross_correlate2d(image, kernel):
    if len(kernel) > len(image):
        raise ValueError("kernel has more rows than the image")
    out = []
    for i in range(len(image) - len(kernel) + 1):
        rows = image[i : i + len(kernel)]
        out.append(sum(np.correlate(r, k, "valid") for r, k in zip(rows, kernel)))
    return np.array(out)
