# verdict: wrong
# mistake: Clips at +-88, the safe range of float32, also for float64, so sigma(-200) comes out as 6e-39.
# told: clips_at_88
import numpy as np


def sigmoid(x):
    z = np.clip(x, -88.0, 88.0)
    return 1 / (1 + np.exp(-z))
