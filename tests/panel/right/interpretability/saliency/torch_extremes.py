# verdict: passed
# style: PyTorch, largest and smallest channel instead of absolute values of all
import torch


def saliency(grad_x):
    highest, lowest = torch.aminmax(grad_x, dim=1)[::-1]
    return torch.maximum(highest.abs(), lowest.abs())
