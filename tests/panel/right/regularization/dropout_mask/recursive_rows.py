# verdict: passed
# style: recursion over the axes, list comprehension turned into an array
import numpy as np


class _Coin:
    def __init__(self, p, rng):
        self.p = p
        self.rng = rng
        self.scale = 0.0 if p == 1 else 1 / (1 - p)

    def toss(self):
        return self.scale if self.rng.random() >= self.p else 0.0


def _nested(shape, coin):
    if not shape:
        return coin.toss()
    return [_nested(shape[1:], coin) for _ in range(shape[0])]


def dropout_mask(shape, p, rng):
    if not (p >= 0 and p <= 1):
        raise ValueError(f"argument p out of range [0, 1]: {p}")
    nested = _nested(tuple(shape), _Coin(p, rng))
    return np.array(nested, dtype=np.float64).reshape(shape)
