# verdict: wrong
# mistake: Powers of the adjacency matrix are summed only up to the length n - 1, so a circle through all n layers is missed.
# told: keeps_the_last_delay
import numpy as np


def needs_delay(edges):
    layers = sorted({s for s, _, _ in edges} | {t for _, t, _ in edges})
    n = len(layers)
    place = {layer: i for i, layer in enumerate(layers)}
    step = np.zeros((n, n), dtype=bool)
    for s, t, d in edges:
        if d == 0:
            step[place[s], place[t]] = True
    reach = step.copy()
    power = step.copy()
    for _ in range(2, n):
        power = power @ step
        reach |= power
    return [layer for layer in layers if reach[place[layer], place[layer]]]
