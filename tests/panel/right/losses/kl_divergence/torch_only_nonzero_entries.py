# verdict: passed
# style: PyTorch, gathers the entries with positive target and scatters the gradient back
import torch


def kl_divergence(input, target):
    if input.shape != target.shape:
        raise ValueError(f"target: shape {tuple(target.shape)} instead of {tuple(input.shape)}")
    n = input.shape[0]
    where = torch.nonzero(target > 0, as_tuple=True)
    t = target[where]
    ratio = t / input[where]
    loss = torch.sum(t * torch.log(ratio)) / n
    grad = torch.zeros_like(input)
    grad[where] = -ratio / n
    return loss, grad
