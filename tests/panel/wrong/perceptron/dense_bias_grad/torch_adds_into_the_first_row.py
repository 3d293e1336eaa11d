# verdict: wrong
# mistake: The running total is the first row of the input itself, so adding in place changes the input.
# told: overwrites_grad_output
import torch


def dense_bias_grad(grad_output, shared=False):
    total = grad_output[0]
    for row in grad_output[1:]:
        total += row
    if shared:
        return torch.sum(total)
    return total.clone()
