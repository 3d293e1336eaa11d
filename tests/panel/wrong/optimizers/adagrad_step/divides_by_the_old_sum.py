# verdict: wrong
# mistake: The gradient is divided by the root of the sum before this step, where the new sum counts.
# told: divides_by_the_old_sum
import numpy as np


def adagrad_step(param, grad, square_sum, lr=1e-2, eps=1e-10):
    new_param = param - lr * grad / (np.sqrt(square_sum) + eps)
    new_sum = square_sum + grad**2
    return np.asarray(new_param), np.asarray(new_sum)
