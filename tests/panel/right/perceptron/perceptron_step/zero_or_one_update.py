# verdict: passed
# style: no branch on the result, the change is multiplied by 0 or 1
import numpy as np


def perceptron_step(weight, bias, x, target):
    if target not in {-1, 1}:
        raise ValueError(f"target {target!r} is neither -1 nor +1")
    y = int(target)
    score = np.inner(weight, x) + bias
    moved = int(not y * score > 0) * y
    return np.add(weight, moved * x), bias + moved
