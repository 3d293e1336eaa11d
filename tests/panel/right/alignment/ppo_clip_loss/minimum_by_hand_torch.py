# verdict: passed
# style: PyTorch, both products, their minimum, gradient by the closed form under a comparison
import torch


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if not (eps > 0 and eps < 1):
        raise ValueError("eps has to be above 0 and below 1")
    count = log_probs.numel()
    ratio = (log_probs - old_log_probs).exp()
    plain = ratio * advantages
    clipped = ratio.clamp(1 - eps, 1 + eps) * advantages
    loss = -torch.minimum(plain, clipped).mean()
    grad = torch.zeros_like(log_probs)
    counts = plain <= clipped
    grad[counts] = -plain[counts] / count
    return loss, grad
