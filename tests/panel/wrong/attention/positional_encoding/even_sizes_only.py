# verdict: raised
# mistake: For an odd size there is one cosine too many, and the assignment fails.
# told: fails_for_an_odd_number
import numpy as np


def positional_encoding(length, d_model):
    pe = np.zeros((length, d_model))
    position = np.arange(length).reshape(-1, 1)
    div = 10000 ** (np.arange(0, d_model, 2) / d_model)
    pe[:, 0::2] = np.sin(position / div)
    pe[:, 1::2] = np.cos(position / div)
    return pe
