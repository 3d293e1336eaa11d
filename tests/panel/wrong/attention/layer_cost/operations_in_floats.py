# verdict: wrong
# mistake: The operations are multiplied as floating-point numbers, which are not exact for millions of positions.
import numpy as np


def layer_cost(kind, n, d, k=3):
    size = {"attention": [n, n, d], "rnn": [n, d, d], "conv": [k, n, d, d]}
    if kind not in size:
        raise ValueError("kind: " + repr(kind))
    operations = int(np.prod(np.array(size[kind], dtype=float)))
    if kind == "attention":
        return operations, 1, 1
    if kind == "rnn":
        return operations, n, n
    path, reach = 1, k
    while reach < n:
        path, reach = path + 1, reach * k
    return operations, 1, path
