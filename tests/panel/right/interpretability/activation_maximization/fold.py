# verdict: passed
# style: NumPy, functools.reduce over the steps, shrink-then-add form
from functools import reduce

import numpy as np


def activation_maximization(grad_f, x0, lr, n_steps, l2=0.0):
    shrink = 1.0 - 2.0 * float(lr) * float(l2)

    def step(x, _):
        return np.asarray(shrink * x + float(lr) * grad_f(x), dtype=x0.dtype)

    return reduce(step, range(n_steps), np.array(x0, copy=True))
