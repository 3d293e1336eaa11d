# verdict: wrong
# mistake: With n_steps = 0 it returns x0 itself, where a copy is asked for.
# told: hands_back_the_start
import numpy as np


def activation_maximization(grad_f, x0, lr, n_steps, l2=0.0):
    x = x0
    for _ in range(n_steps):
        g = grad_f(x)
        x = x + lr * (g - 2.0 * l2 * x)
    return x
