# verdict: wrong
# mistake: Positions are kept in bytes to save memory and wrap around beyond 255.
import numpy as np


def causal_mask(length, past=0):
    total = past + length
    positions = np.arange(total).astype(np.uint8)
    return positions[None, :] <= positions[past:, None]
