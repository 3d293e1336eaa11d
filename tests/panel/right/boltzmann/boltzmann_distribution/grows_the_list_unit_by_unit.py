# verdict: passed
# style: energies of k+1 units are built from those of k units, doubling the list each time
import numpy as np


def boltzmann_distribution(weight, bias, temperature=1.0):
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    w = np.asarray(weight, dtype=np.float64)
    b = np.asarray(bias, dtype=np.float64)
    states = np.zeros((1, 0))
    energies = np.zeros(1)
    for k in range(len(b)):
        coupling = states @ (w[:k, k] + w[k, :k])
        switched_on = energies - 0.5 * (coupling + w[k, k]) - b[k]
        energies = np.column_stack([energies, switched_on]).ravel()
        off = np.column_stack([states, np.zeros(len(states))])
        on = np.column_stack([states, np.ones(len(states))])
        states = np.stack([off, on], axis=1).reshape(-1, k + 1)
    with np.errstate(over="ignore", under="ignore"):
        unnormalised = np.exp(-(energies - energies.min()) / temperature)
        p = unnormalised / unnormalised.sum()
        return p.astype(weight.dtype)
