# verdict: wrong
# mistake: When the columns do not fit, the message names x and not weight, the argument that the statement says is named.
import numpy as np


def affine(x, weight, bias):
    n_out, n_in = weight.shape
    if x.shape[1] != n_in:
        raise ValueError(f"x must have {n_in} columns")
    if bias.shape != (n_out,):
        raise ValueError(f"bias must have shape ({n_out},)")
    return np.einsum("nd,hd->nh", x, weight) + bias
