# verdict: wrong
# mistake: The old state is kept by m * new + (1 - m) * old, so NaN or infinity in the padding reaches the result as 0 * NaN.
# told: multiplies_by_a_mask
import numpy as np


def many_to_one(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh, weight_out, bias_out):
    N, T, _ = x.shape
    lengths = np.asarray(lengths)
    if lengths.min() < 1 or lengths.max() > T:
        raise ValueError("lengths must be between 1 and T")
    h = np.zeros((N, weight_hh.shape[0]), dtype=x.dtype)
    for t in range(T):
        new = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        m = (t < lengths).astype(x.dtype)[:, None]
        h = m * new + (1 - m) * h
    return h @ weight_out.T + bias_out
