# verdict: wrong
# mistake: The check compares the number of pixels, so a kernel that is too large in only one direction does not raise the ValueError about weight.
# told: checks_the_rows_only
import numpy as np


def conv_as_matrix(weight, height, width):
    kh, kw = weight.shape
    if weight.size > height * width:
        raise ValueError("weight does not fit into the image")
    oh = max(height - kh + 1, 0)
    ow = max(width - kw + 1, 0)
    M = np.zeros((oh, ow, height, width), dtype=weight.dtype)
    for i in range(oh):
        for j in range(ow):
            M[i, j, i : i + kh, j : j + kw] = weight
    return M.reshape(oh * ow, height * width)
