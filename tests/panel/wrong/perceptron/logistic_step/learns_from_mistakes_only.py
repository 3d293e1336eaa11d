# verdict: wrong
# mistake: An example that is already right moves nothing, as for a perceptron; in logistic regression every example moves the weights.
# told: skips_right_examples
import math

import numpy as np


def logistic_step(weight, bias, x, target, lr):
    if target not in (-1, 1):
        raise ValueError("target is neither -1 nor +1")
    margin = float(target * (np.dot(weight, x) + bias))
    if margin > 0:
        return weight.copy(), bias
    p_wrong = 1.0 / (1.0 + math.exp(margin))
    return weight + lr * p_wrong * int(target) * x, bias + lr * p_wrong * int(target)
