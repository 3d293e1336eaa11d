# verdict: wrong
# mistake: The root is floored at eps with maximum instead of having eps added, so the denominator is too small when the two are of similar size.
# told: forgets_eps
import numpy as np


def rmsprop_step(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    s = alpha * square_avg + (1.0 - alpha) * np.square(grad)
    denominator = np.maximum(np.sqrt(s), eps)
    return np.asarray(param - lr * grad / denominator), np.asarray(s)
