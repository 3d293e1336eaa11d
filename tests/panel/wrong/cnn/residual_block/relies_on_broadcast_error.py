# verdict: wrong
# mistake: It waits for NumPy to refuse the addition, so a block with 1 feature on one side is broadcast instead of raising the ValueError about proj.
# told: leaves_it_to_broadcasting
import numpy as np


def residual_block(x, weight1, bias1, weight2, bias2, proj=None):
    h = np.maximum(x @ weight1.T + bias1, 0)
    f = h @ weight2.T + bias2
    s = x if proj is None else x @ proj.T
    try:
        y = s + f
    except ValueError:
        raise ValueError("shapes of input and output differ: proj is required") from None
    return np.maximum(y, 0)
