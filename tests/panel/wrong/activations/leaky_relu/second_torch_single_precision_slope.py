# verdict: wrong
# mistake: Keeps the slope in a float32 parameter, so float64 inputs get a slope that is right to seven digits only.
# told: rounds_the_slope
import torch


def leaky_relu(x, negative_slope=0.01):
    weight = torch.tensor([negative_slope], dtype=torch.float32)
    return torch.where(x > 0, x, (x * weight.item()))
