# verdict: wrong
# mistake: It writes the matrix of the mathematical convolution with a flipped kernel, but the kernel is not flipped.
# told: flips_the_kernel
import numpy as np


def conv_as_matrix(weight, height, width):
    kh, kw = weight.shape
    if kh > height or kw > width:
        raise ValueError("weight is larger than the image")
    oh, ow = height - kh + 1, width - kw + 1
    kernel = np.flip(weight)
    M = np.zeros((oh * ow, height * width), dtype=weight.dtype)
    for p in range(oh * ow):
        i, j = divmod(p, ow)
        for u in range(kh):
            for v in range(kw):
                M[p, (i + u) * width + (j + v)] = kernel[u, v]
    return M
