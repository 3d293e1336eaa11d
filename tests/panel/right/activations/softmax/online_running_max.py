# verdict: passed
# style: one pass with running maximum and rescaled running sum, as in flash attention
import numpy as np


class _Running:
    """Largest score so far and the sum of exponentials relative to it."""

    def __init__(self, shape, temperature):
        self.top = np.full(shape, -np.inf)
        self.total = np.zeros(shape)
        self.temperature = temperature

    def weight(self, scores, top):
        # where nothing finite has been seen yet the reference is arbitrary
        ref = np.where(np.isneginf(top), 0.0, top)
        return np.exp((scores - ref) / self.temperature)

    def push(self, scores):
        new_top = np.maximum(self.top, scores)
        self.total = self.total * self.weight(self.top, new_top) + self.weight(scores, new_top)
        self.top = new_top


def softmax(x, dim=-1, temperature=1.0):
    temperature = float(temperature)
    if not temperature > 0:
        raise ValueError(f"temperature should be > 0 but is {temperature}")
    cols = np.moveaxis(x, dim, 0).astype(np.float64)
    state = _Running(cols.shape[1:], temperature)
    for col in cols:
        state.push(col)
    out = np.stack([state.weight(col, state.top) / state.total for col in cols])
    return np.moveaxis(out, 0, dim).astype(x.dtype)
