# verdict: wrong
# mistake: torch's softplus turns linear above 20, so exp(-softplus(-x)) is wrong in the ninth digit for float64 inputs just below -20.
# told: trusts_a_straight_softplus
import torch
import torch.nn.functional as F


def sigmoid(x):
    return torch.exp(-F.softplus(-x))
