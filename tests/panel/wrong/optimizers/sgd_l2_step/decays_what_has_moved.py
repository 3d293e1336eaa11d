# verdict: wrong
# mistake: First the gradient step is taken and then the moved parameters are shrunk, so the decay does not act on the parameters before the step.
# told: decays_after_the_step
import numpy as np


def sgd_l2_step(param, grad, lr, weight_decay):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")
    moved = param - lr * grad
    return np.asarray(moved - lr * weight_decay * moved)
