# verdict: forbidden
# mistake: It recomputes softmax(log y) and calls torch.autograd.grad, which the stub forbids.
import torch


def softmax_backward(grad_output, y, dim=-1):
    x = y.detach().log().requires_grad_()
    with torch.enable_grad():
        p = torch.softmax(x, dim)
        return torch.autograd.grad(p, x, grad_output)[0]
