# verdict: wrong
# mistake: The maximum is taken over the whole table and not by rows, so a row of far smaller scores underflows to 0/0.
import math

import numpy as np


def attention_backward(grad_output, query, key, value):
    scale = 1 / math.sqrt(query.shape[-1])
    scores = query @ np.swapaxes(key, -1, -2) * scale
    weights = np.exp(scores - scores.max())
    weights = weights / weights.sum(axis=-1, keepdims=True)
    grad_value = np.swapaxes(weights, -1, -2) @ grad_output
    grad_weights = grad_output @ np.swapaxes(value, -1, -2)
    grad_scores = weights * (grad_weights - (grad_weights * weights).sum(axis=-1, keepdims=True))
    grad_query = grad_scores @ key * scale
    grad_key = np.swapaxes(grad_scores, -1, -2) @ query * scale
    return grad_query, grad_key, grad_value
