# verdict: wrong
# mistake: A target that can be broadcast to the input is expanded silently, though any other shape has to be an error.
import torch


def bce_with_logits(input, target):
    try:
        target = target.expand_as(input)
    except RuntimeError:
        raise ValueError("target does not fit input") from None
    x = input
    z = torch.exp(-x.abs())
    loss = (torch.relu(x) - x * target + torch.log1p(z)).mean()
    grad = (torch.sigmoid(x) - target) / x.numel()
    return loss, grad
