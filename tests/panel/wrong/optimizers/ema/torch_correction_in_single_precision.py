# verdict: wrong
# mistake: For float32 series 1 - beta^t is taken in float32, where it cancels for beta near 1, so the early averages are wrong in the fourth digit.
import torch


def ema(x, beta, bias_correction=True):
    if beta < 0 or beta >= 1:
        raise ValueError(f"beta should be in [0, 1) but is {beta}")
    rows = []
    m = torch.zeros_like(x[0])
    for row in x:
        m = beta * m + (1 - beta) * row
        rows.append(m)
    m = torch.stack(rows)
    if bias_correction:
        steps = torch.arange(1, x.shape[0] + 1, dtype=x.dtype, device=x.device)
        correction = 1 - torch.pow(torch.tensor(beta, dtype=x.dtype), steps)
        m = m / correction.view(-1, *[1] * (x.dim() - 1))
    return m
