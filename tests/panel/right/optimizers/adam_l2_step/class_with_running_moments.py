# verdict: passed
# style: small helper class for a moment that knows its own correction
import numpy as np


class Moment:
    def __init__(self, old, beta, step):
        self.old, self.beta, self.step = old, beta, step

    def absorb(self, value):
        self.value = np.asarray(self.beta * self.old + (1 - self.beta) * value)
        return self

    @property
    def unbiased(self):
        return self.value / (1 - self.beta**self.step)


def adam_l2_step(
    param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    if step < 1:
        raise ValueError(f"step has to be 1 or more, not {step}")
    total = grad + weight_decay * param
    first = Moment(exp_avg, beta1, step).absorb(total)
    second = Moment(exp_avg_sq, beta2, step).absorb(total * total)
    theta = param - lr * first.unbiased / (np.sqrt(second.unbiased) + eps)
    return np.asarray(theta), first.value, second.value
