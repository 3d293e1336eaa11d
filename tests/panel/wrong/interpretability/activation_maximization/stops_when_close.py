# verdict: wrong
# mistake: It stops as soon as a step changes little, but n_steps steps are to be made however small they are.
import numpy as np


def activation_maximization(grad_f, x0, lr, n_steps, l2=0.0):
    x = x0.copy()
    for _ in range(n_steps):
        new = x + lr * (grad_f(x) - 2 * l2 * x)
        if np.allclose(new, x):
            break
        x = new
    return x
