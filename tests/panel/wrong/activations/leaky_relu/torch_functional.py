# verdict: forbidden
# mistake: Calls torch.nn.functional.leaky_relu, which is forbidden.
import torch
import torch.nn.functional as F


def leaky_relu(x, negative_slope=0.01):
    act = getattr(F, "leaky_relu")
    return act(x.clone(), float(negative_slope))
