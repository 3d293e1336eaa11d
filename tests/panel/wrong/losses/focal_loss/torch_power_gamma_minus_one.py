# verdict: wrong
# mistake: The gradient contains gamma * q^(gamma - 1), which is 0 * infinity = nan for gamma = 0 where an easy score makes q underflow to 0.
import torch


def focal_loss(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError("target must be shaped like input")
    if gamma < 0:
        raise ValueError("gamma must be >= 0")
    sign = 2 * target - 1
    m = sign * input
    p, q = torch.sigmoid(m), torch.sigmoid(-m)
    nll = torch.relu(-m) + torch.log1p(torch.exp(-torch.abs(m)))
    alpha_t = alpha * target + (1 - alpha) * (1 - target)
    n = input.numel()
    loss = (alpha_t * q**gamma * nll).mean()
    # product rule: d(q^gamma) * nll + q^gamma * d(nll), with dq/dm = -p q
    first = -gamma * q ** (gamma - 1) * p * q * nll
    second = -(q**gamma) * q
    return loss, sign * alpha_t * (first + second) / n
