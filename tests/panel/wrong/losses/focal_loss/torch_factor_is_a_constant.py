# verdict: wrong
# mistake: The gradient treats the factor (1 - p_t)^gamma as a constant weight, so its second term is missing.
# told: treats_the_factor_as_a_constant
import torch


def focal_loss(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError("target has the wrong shape")
    if gamma < 0:
        raise ValueError("gamma < 0")
    positive = target == 1
    m = torch.where(positive, input, -input)
    q = torch.sigmoid(-m)
    nll = torch.clamp(-m, min=0) + torch.log1p(torch.exp(-m.abs()))
    alpha_t = alpha * target + (1 - alpha) * (1 - target)
    w = alpha_t * q**gamma
    n = input.numel()
    loss = (w * nll).sum() / n
    grad = w * (torch.sigmoid(input) - target) / n
    return loss, grad
