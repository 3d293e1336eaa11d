# verdict: wrong
# mistake: The energies of a batch are put into a float64 array, whatever the dtype of state is.
# told: returns_float64
import numpy as np


def hopfield_energy(state, weight):
    if state.ndim == 1:
        return -0.5 * np.dot(state, np.dot(weight, state))
    energies = np.zeros(state.shape[:-1])
    for index in np.ndindex(*state.shape[:-1]):
        s = state[index]
        energies[index] = -0.5 * np.dot(s, np.dot(weight, s))
    return energies
