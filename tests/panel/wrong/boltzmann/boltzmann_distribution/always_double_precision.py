# verdict: wrong
# mistake: The result is float64 whatever the dtype of weight is, since it is filled into a default array.
# told: returns_float64
import numpy as np


def boltzmann_distribution(weight, bias, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    n = len(bias)
    energy = np.zeros(2**n)
    for k in range(2**n):
        s = np.array([(k >> (n - 1 - i)) & 1 for i in range(n)], dtype=weight.dtype)
        energy[k] = -0.5 * s @ weight @ s - bias @ s
    energy -= energy.min()
    p = np.exp(-energy / temperature)
    return p / p.sum()
