# verdict: wrong
# mistake: The average is updated in place, so the caller's square_avg changes and comes back as the result.
# told: overwrites_the_average
import torch


@torch.no_grad()
def rmsprop_step(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    square_avg.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
    denom = square_avg.sqrt().add_(eps)
    return param - lr * grad / denom, square_avg
