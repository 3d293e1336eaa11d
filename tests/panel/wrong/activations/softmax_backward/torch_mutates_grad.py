# verdict: wrong
# mistake: sub_ and mul_ work in place, so grad_output is overwritten and handed back.
# told: overwrites_grad_output
import torch


def softmax_backward(grad_output, y, dim=-1):
    weighted = torch.sum(grad_output * y, dim, keepdim=True)
    return grad_output.sub_(weighted).mul_(y)
