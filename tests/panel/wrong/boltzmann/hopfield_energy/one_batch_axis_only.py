# verdict: raised
# mistake: The einsum is written for exactly one batch axis and fails when there are several.
import numpy as np


def hopfield_energy(state, weight):
    if state.ndim == 1:
        return -(state @ weight @ state) / 2
    return -np.einsum("bi,ij,bj->b", state, weight, state) / 2
