# verdict: passed
# style: adds up the contribution of one unit at a time, for all states of the batch
import numpy as np


def hopfield_energy(state, weight):
    state = np.asarray(state)
    units = np.moveaxis(state, -1, 0).astype(np.float64)
    energy = np.zeros(state.shape[:-1])
    for s_i, row in zip(units, weight):
        field = np.tensordot(row.astype(np.float64), units, axes=1)
        energy = energy - 0.5 * s_i * field
    return np.asarray(energy, dtype=state.dtype)[()]
