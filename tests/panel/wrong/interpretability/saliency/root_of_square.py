# verdict: wrong
# mistake: The absolute value is computed as the root of the square, which overflows for large gradients and vanishes for tiny ones.
import numpy as np


def saliency(grad_x):
    strongest = np.max(np.square(grad_x), axis=1)
    return np.sqrt(strongest)
