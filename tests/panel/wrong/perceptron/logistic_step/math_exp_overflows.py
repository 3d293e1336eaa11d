# verdict: raised
# mistake: math.exp of a large positive margin raises an OverflowError for an example that is right with a score of 1000.
import math


def logistic_step(weight, bias, x, target, lr):
    if target not in (-1, 1):
        raise ValueError("target must be -1 or 1")
    y = int(target)
    s = float(weight @ x) + bias
    wrong = 1.0 / (1.0 + math.exp(y * s))
    return weight + lr * wrong * y * x, bias + lr * wrong * y
