# verdict: wrong
# mistake: A score of exactly 0 is read as the answer +1, so with the label +1 it counts as right and nothing moves.
# told: answers_plus_at_zero
import numpy as np


def perceptron_step(weight, bias, x, target):
    if target not in (-1, 1):
        raise ValueError("target must be -1 or +1")
    score = np.dot(weight, x) + bias
    answer = 1 if score >= 0 else -1
    if answer != target:
        return weight + int(target) * x, bias + int(target)
    return weight.copy(), bias
