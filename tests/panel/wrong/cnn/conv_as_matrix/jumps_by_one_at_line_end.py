# verdict: wrong
# mistake: At the end of an output line the row is moved by only one additional place instead of KW - 1 places.
import numpy as np


def conv_as_matrix(weight, height, width):
    KH, KW = weight.shape
    if KH > height or KW > width:
        raise ValueError("weight is larger than the image")
    OH, OW = height - KH + 1, width - KW + 1
    first = np.zeros((height, width), dtype=weight.dtype)
    first[:KH, :KW] = weight
    first = first.ravel()
    M = np.zeros((OH * OW, height * width), dtype=weight.dtype)
    shift = 0
    for p in range(OH * OW):
        if p > 0:
            shift += 1
            if p % OW == 0:
                shift += 1
        M[p] = np.roll(first, shift)
    return M
