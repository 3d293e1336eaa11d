# verdict: forbidden
# mistake: It lets PyTorch's autograd compute the gradient, which the statement excludes.
import torch


def dense_bias_grad(grad_output, shared=False):
    n, h = grad_output.shape
    bias = torch.zeros(() if shared else (h,), dtype=grad_output.dtype, requires_grad=True)
    z = torch.zeros(n, h, dtype=grad_output.dtype) + bias
    z.backward(grad_output.detach())
    return bias.grad
