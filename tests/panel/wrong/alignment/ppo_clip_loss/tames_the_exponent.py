# verdict: wrong
# mistake: The log-ratio is clamped to +-5 before the exponential, so a bad action whose ratio is far out gets too small a loss and gradient.
import torch


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if not 0 < eps < 1:
        raise ValueError(f"eps must be between 0 and 1, got {eps}")
    # avoid overflow in exp
    log_ratio = torch.clamp(log_probs - old_log_probs, -5.0, 5.0)
    ratio = torch.exp(log_ratio)
    plain = ratio * advantages
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps) * advantages
    loss = -torch.minimum(plain, clipped).mean()
    active = plain <= clipped
    grad = torch.where(active, -plain / plain.numel(), torch.zeros_like(plain))
    return loss, grad
