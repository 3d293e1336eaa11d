# verdict: wrong
# mistake: torch.where of two Python numbers makes a float32 tensor, so for float64 input the slope 0.01 has only 8 digits.
# told: rounds_the_slope
import torch


def leaky_relu(x, negative_slope=0.01):
    slope = torch.where(x > 0, 1.0, float(negative_slope))
    return x * slope
