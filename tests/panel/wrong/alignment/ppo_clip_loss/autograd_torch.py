# verdict: forbidden
# mistake: Lets PyTorch's autograd compute the gradient, which the stub rules out.
import torch


def ppo_clip_loss(log_probs, old_log_probs, advantages, eps=0.2):
    if not 0 < eps < 1:
        raise ValueError("eps must be above 0 and below 1")
    lp = log_probs.detach().clone().requires_grad_(True)
    with torch.enable_grad():
        r = torch.exp(lp - old_log_probs)
        a = r * advantages
        b = r.clamp(1 - eps, 1 + eps) * advantages
        loss = -torch.where(a <= b, a, b).mean()
        (grad,) = torch.autograd.grad(loss, lp)
    return loss.detach(), grad
