# verdict: forbidden
# mistake: It goes back to the logit and lets torch.autograd.grad compute the gradient, which the stub forbids.
import torch


def sigmoid_backward(grad_output, y):
    x = torch.logit(y.detach()).requires_grad_(True)
    with torch.enable_grad():
        out = torch.sigmoid(x)
        (dx,) = torch.autograd.grad(out, x, grad_outputs=grad_output)
    return dx
