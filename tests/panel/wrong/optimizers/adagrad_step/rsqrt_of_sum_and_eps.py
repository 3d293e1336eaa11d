# verdict: wrong
# mistake: eps goes under the root, so a parameter with gradients of about 1e-5 or less moves too little.
# told: puts_eps_inside_the_root
import numpy as np


def adagrad_step(param, grad, square_sum, lr=1e-2, eps=1e-10):
    s = square_sum + np.square(grad)
    step_sizes = lr * (s + eps) ** -0.5
    return np.asarray(param - step_sizes * grad), np.asarray(s)
