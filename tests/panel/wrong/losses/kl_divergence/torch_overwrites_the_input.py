# verdict: wrong
# mistake: To avoid 0/0 it writes ones into the caller's input wherever the target is 0.
import torch


def kl_divergence(input, target):
    if input.shape != target.shape:
        raise ValueError("target must be of the same shape as input")
    n = input.shape[0]
    zero = target == 0
    input[zero] = 1.0      # log(1) = 0, and 0 / 1 = 0
    ratio = target / input
    logs = torch.log(torch.where(zero, torch.ones_like(ratio), ratio))
    loss = (target * logs).sum(dim=1).mean()
    return loss, -ratio / n
