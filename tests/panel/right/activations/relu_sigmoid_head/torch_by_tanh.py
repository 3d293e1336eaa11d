# verdict: passed
# style: PyTorch, the sigmoid of a score that is not negative written with tanh
import torch


def relu_sigmoid_head(x, threshold):
    if not 0 <= threshold <= 1:
        raise ValueError(f"threshold must be in [0, 1], not {threshold}")
    rectified = torch.clamp(x, min=0)
    p = 0.5 + 0.5 * torch.tanh(0.5 * rectified)
    return p, torch.ge(p.double(), threshold)
