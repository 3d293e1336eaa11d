# verdict: wrong
# mistake: Sums each pair i < j once, which drops the diagonal and half of an asymmetric matrix, where the double sum is asked for as it stands.
# told: counts_the_upper_triangle
import itertools

import numpy as np


def boltzmann_distribution(weight, bias, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    n = len(bias)
    energies = []
    for s in itertools.product([0, 1], repeat=n):
        e = 0.0
        for i in range(n):
            e -= bias[i] * s[i]
            for j in range(i + 1, n):
                e -= weight[i, j] * s[i] * s[j]
        energies.append(e)
    energies = np.array(energies)
    p = np.exp(-(energies - energies.min()) / temperature)
    return (p / p.sum()).astype(weight.dtype)
