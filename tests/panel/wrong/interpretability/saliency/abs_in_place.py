# verdict: wrong
# mistake: The absolute value is taken in place, so the gradient that came in is changed.
# told: overwrites_the_gradient
import torch


def saliency(grad_x):
    with torch.no_grad():
        magnitude = grad_x.abs_()
        maps, _ = magnitude.max(dim=1)
    return maps
