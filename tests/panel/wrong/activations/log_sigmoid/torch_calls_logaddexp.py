# verdict: forbidden
# mistake: It calls torch.logaddexp, which the exercise asks to do without.
import torch


def log_sigmoid(x):
    zero = torch.zeros_like(x)
    return -torch.logaddexp(zero, -x)
