# verdict: wrong
# mistake: eps is added under the root, as blogs and TensorFlow do, and not to the root.
# told: puts_eps_inside_the_root
import numpy as np


def rmsprop_step(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    s = alpha * square_avg + (1 - alpha) * grad**2
    return np.asarray(param - lr * grad / np.sqrt(s + eps)), np.asarray(s)
