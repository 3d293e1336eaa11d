# verdict: wrong
# mistake: The distance on the sheet is the number of steps along rows plus columns, squared, where the squares of both are to be added.
# told: walks_around_the_block
import torch


def som_step(x, weight, lr, sigma):
    if sigma <= 0:
        raise ValueError("sigma must be above 0")
    R, C, D = weight.shape
    idx = int(((weight - x) ** 2).sum(-1).reshape(-1).argmin())
    r0, c0 = divmod(idx, C)
    r = torch.arange(R, dtype=weight.dtype)[:, None]
    c = torch.arange(C, dtype=weight.dtype)[None, :]
    steps = (r - r0).abs() + (c - c0).abs()
    h = torch.where(steps == 0, torch.ones_like(steps), torch.exp(-0.5 * (steps / sigma) ** 2))
    return weight + lr * h.unsqueeze(-1) * (x - weight)
