# verdict: passed
# style: two softplus terms by np.logaddexp, sigmoid as exp of a log-sigmoid
import numpy as np


def _minus_log_sigmoid(z):
    return np.logaddexp(np.zeros_like(z), -z)


def bce_with_logits(input, target):
    if input.shape != target.shape:
        raise ValueError("target must have the shape of input, broadcasting is not allowed")
    cost_yes = _minus_log_sigmoid(input)
    cost_no = _minus_log_sigmoid(-input)
    loss = np.mean(target * cost_yes + (1 - target) * cost_no)
    grad = (np.exp(-cost_yes) - target) / input.size
    return loss, np.asarray(grad, dtype=input.dtype)
