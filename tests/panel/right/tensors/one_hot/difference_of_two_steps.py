# verdict: passed
# style: neighbouring differences of the truth values label < edge, which change at one place
import numpy as np


def one_hot(labels, num_classes):
    bad = np.logical_or(labels < 0, labels >= num_classes)
    if bad.any():
        raise ValueError(f"labels must be from 0 to {num_classes - 1}")
    edges = np.arange(num_classes + 1)
    below = np.expand_dims(labels, -1) < edges
    return np.asarray(below[..., 1:] ^ below[..., :-1]).astype(np.float64)
