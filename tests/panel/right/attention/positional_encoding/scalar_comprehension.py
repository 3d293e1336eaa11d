# verdict: passed
# style: pure Python with math, one entry at a time, cosine for odd columns
import math

import numpy as np


def _entry(t, column, d):
    angle = t / 10000 ** (2 * (column // 2) / d)
    return math.cos(angle) if column % 2 else math.sin(angle)


def positional_encoding(length, d_model):
    return np.array([[_entry(t, c, d_model) for c in range(d_model)] for t in range(length)], dtype=np.float64)
