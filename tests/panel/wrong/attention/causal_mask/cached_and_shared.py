# verdict: wrong
# mistake: A cached array is handed out again, so it is not new, and whoever writes into it changes later results.
from functools import lru_cache

import numpy as np


@lru_cache(maxsize=None)
def _build(length, past):
    rows = np.arange(length)[:, None] + past
    cols = np.arange(past + length)[None, :]
    return cols <= rows


def causal_mask(length, past=0):
    return _build(length, past)
