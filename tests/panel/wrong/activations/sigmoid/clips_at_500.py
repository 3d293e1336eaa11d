# verdict: wrong
# mistake: Clips the logits to +-500, so everything below -500 gets 7e-218 where it must be smaller or 0.
# told: clips_at_500
import numpy as np


def sigmoid(x):
    z = np.clip(x, -500, 500)
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))
