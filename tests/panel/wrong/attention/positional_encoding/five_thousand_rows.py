# verdict: wrong
# mistake: The table is made for 5000 positions and cut, so that longer texts get too few rows.
import math

import numpy as np

MAX_LEN = 5000


def positional_encoding(length, d_model):
    pe = np.zeros((MAX_LEN, d_model))
    position = np.arange(MAX_LEN)[:, None]
    div_term = np.exp(np.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
    pe[:, 0::2] = np.sin(position * div_term)
    pe[:, 1::2] = np.cos(position * div_term[: d_model // 2])
    return pe[:length].copy()
