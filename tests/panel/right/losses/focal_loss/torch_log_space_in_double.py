# verdict: passed
# style: PyTorch, both log-probabilities from softplus in double, powers by exp, cast back
import torch


def focal_loss(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError(f"target of shape {tuple(target.shape)}, input of shape {tuple(input.shape)}")
    if gamma < 0:
        raise ValueError(f"gamma is {gamma}, should be at least 0")
    dtype = input.dtype
    sign = (2 * target - 1).double()
    m = sign * input.double()
    zero = torch.zeros_like(m)
    log_p = -torch.logaddexp(zero, -m)
    log_q = -torch.logaddexp(zero, m)
    alpha_t = torch.where(sign > 0, zero + alpha, zero + (1.0 - alpha))
    weight = alpha_t * torch.exp(gamma * log_q)
    loss = -(weight * log_p).mean()
    slope = weight * (gamma * log_p.exp() * log_p - log_q.exp())
    return loss.to(dtype), (sign * slope / m.numel()).to(dtype)
