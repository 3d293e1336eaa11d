# verdict: passed
# style: NumPy, stacks gates and values and contracts them with einsum
import numpy as np


def _require_gate(name, gate):
    inside = np.logical_and(gate >= 0, gate <= 1)
    if not np.all(inside):
        raise ValueError(f"{name} must be a gate with all elements from 0 to 1")


def gated_update(c, f, i, g):
    for name, gate in {"f": f, "i": i}.items():
        _require_gate(name, gate)
    gates = np.stack([f, i])
    values = np.stack([c, g])
    return np.array(np.einsum("k...,k...->...", gates, values), dtype=c.dtype)
