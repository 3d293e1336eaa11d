# verdict: wrong
# mistake: The steps are added to x0 in place, so the starting image is changed.
# told: overwrites_the_start
import numpy as np


def activation_maximization(grad_f, x0, lr, n_steps, l2=0.0):
    x = np.asarray(x0)
    for _ in range(n_steps):
        x += lr * (grad_f(x) - 2 * l2 * x)
    return x.copy()
