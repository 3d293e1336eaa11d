# verdict: wrong
# mistake: Only strictly negative inputs are closed, so the gradient at x = 0 is passed on instead of being 0.
# told: opens_at_zero
import torch


def relu_backward(grad_output, x):
    grad_input = grad_output.clone()
    grad_input = grad_input.masked_fill(x < 0, 0.0)
    return grad_input
