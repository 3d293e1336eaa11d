# grades: activations/softmax_backward
import torch


def softmax_backward(grad_output, y, dim=-1):
    x = torch.log(y).requires_grad_()
    e = torch.exp(x - x.amax(dim, keepdim=True))
    p = e / e.sum(dim, keepdim=True)
    p.backward(grad_output)
    return x.grad
