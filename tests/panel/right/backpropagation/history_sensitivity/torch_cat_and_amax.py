# verdict: passed
# style: PyTorch, cat of past and present, spread of the difference by amax
import torch


def history_sensitivity(f, x, other, k):
    n_steps = x.size(0)
    if k < 0 or k > n_steps:
        raise ValueError("k has to lie between 0 and the number of steps")
    cut = n_steps - k
    mixed = torch.cat((other.narrow(0, 0, cut), x.narrow(0, cut, k)), dim=0)
    before = f(x).select(0, n_steps - 1)
    after = f(mixed).select(0, n_steps - 1)
    return torch.sub(after, before).abs().amax()
