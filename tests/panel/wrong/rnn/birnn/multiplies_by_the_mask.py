# verdict: wrong
# mistake: The padding is removed by multiplying with a mask of 0 and 1, so NaN or infinity in the padding survives as NaN.
import numpy as np


def birnn(x, lengths, weight_ih, weight_hh, bias_ih, bias_hh,
          weight_ih_reverse, weight_hh_reverse, bias_ih_reverse, bias_hh_reverse):
    N, T, D = x.shape
    H = weight_hh.shape[0]
    lengths = np.asarray(lengths)
    if (lengths < 1).any() or (lengths > T).any():
        raise ValueError("lengths must be between 1 and T")
    mask = (np.arange(T)[None, :] < lengths[:, None]).astype(x.dtype)
    out = np.zeros((N, T, 2 * H), dtype=x.dtype)

    h = np.zeros((N, H), dtype=x.dtype)
    for t in range(T):
        h = np.tanh(x[:, t] @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh)
        h = h * mask[:, t, None]
        out[:, t, :H] = h

    h = np.zeros((N, H), dtype=x.dtype)
    for t in reversed(range(T)):
        h = np.tanh(x[:, t] @ weight_ih_reverse.T + bias_ih_reverse + h @ weight_hh_reverse.T + bias_hh_reverse)
        h = h * mask[:, t, None]
        out[:, t, H:] = h
    return out
