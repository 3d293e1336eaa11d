# verdict: wrong
# mistake: Multiplies with one-hot vectors, so a NaN or infinity in a row that nobody asks for spreads to all outputs.
# told: multiplies_one_hot_vectors
import numpy as np


def embedding(input, weight):
    V = weight.shape[0]
    if np.any((input < 0) | (input >= V)):
        raise ValueError("input contains a number outside of the vocabulary")
    one_hot = (np.asarray(input)[..., None] == np.arange(V)).astype(weight.dtype)
    return one_hot @ weight
