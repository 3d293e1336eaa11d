# verdict: passed
# style: NumPy, stable sort by token and np.add.reduceat over the segments
import numpy as np


def embedding_backward(grad_output, input, num_weights, padding_idx=None):
    if padding_idx is not None and not 0 <= padding_idx < num_weights:
        raise ValueError(f"padding_idx must be from 0 to {num_weights - 1}, got {padding_idx}")
    width = grad_output.shape[-1]
    tokens = np.asarray(input).reshape(-1)
    g = grad_output.reshape(tokens.size, width)
    if padding_idx is not None:
        real = tokens != padding_idx
        tokens, g = tokens[real], g[real]
    out = np.zeros((num_weights, width), dtype=grad_output.dtype)
    if tokens.size:
        order = np.argsort(tokens, kind="stable")
        ordered = tokens[order]
        starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        out[ordered[starts]] = np.add.reduceat(g[order], starts, axis=0)
    return out
