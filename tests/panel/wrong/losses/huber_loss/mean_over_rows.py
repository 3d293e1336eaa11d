# verdict: wrong
# mistake: It divides by len(input), the number of rows, which is the number of entries only for one axis.
# told: averages_over_the_first_axis_only
import numpy as np


def huber_loss(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target and input differ in shape")
    if not delta > 0:
        raise ValueError("delta must be above 0")
    n = len(input) if input.ndim else 1
    e = np.asarray(input - target)
    clipped = np.clip(e, -delta, delta)
    loss = np.sum(clipped * (e - clipped / 2)) / n
    return loss, np.asarray(clipped / n)
