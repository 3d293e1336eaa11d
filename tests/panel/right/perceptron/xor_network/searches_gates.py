# verdict: passed
# style: brute-force search over small gates for each neuron, checked for distance
import itertools

import numpy as np

INPUTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
GRID = (1.0, 0.5, -0.5, -1.0)


def _gates(points):
    for w1, w2, b in itertools.product(GRID, GRID, GRID):
        sums = points @ np.array([w1, w2]) + b
        if np.all(np.abs(sums) >= 0.45):
            yield np.array([w1, w2]), b, (sums > 0).astype(float)


def xor_network():
    wanted = np.array([0.0, 1.0, 1.0, 0.0])
    hidden = list(_gates(INPUTS))
    for (u, a, h1), (v, c, h2) in itertools.combinations(hidden, 2):
        for w, b, answer in _gates(np.stack([h1, h2], axis=1)):
            if np.array_equal(answer, wanted):
                return {"weight1": np.stack([u, v]), "bias1": np.array([a, c]), "weight2": w, "bias2": float(b)}
    raise RuntimeError("no network found")
