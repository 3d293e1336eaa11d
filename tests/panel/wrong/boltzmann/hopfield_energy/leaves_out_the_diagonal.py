# verdict: wrong
# mistake: Self-connections are set to 0 before the sum, which is to include i = j.
# told: leaves_out_the_diagonal
import numpy as np


def hopfield_energy(state, weight):
    w = weight.copy()
    np.fill_diagonal(w, 0)
    e = -0.5 * np.sum(state * (state @ w), axis=-1)
    return e.astype(state.dtype)
