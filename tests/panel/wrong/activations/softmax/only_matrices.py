# verdict: raised
# mistake: Unpacks the shape into rows and columns, so vectors and 3-D arrays crash.
# told: takes_matrices_only
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    rows, cols = x.shape
    out = np.zeros_like(x)
    if dim in (1, -1):
        for i in range(rows):
            e = np.exp((x[i] - x[i].max()) / temperature)
            out[i] = e / e.sum()
    else:
        for j in range(cols):
            e = np.exp((x[:, j] - x[:, j].max()) / temperature)
            out[:, j] = e / e.sum()
    return out
