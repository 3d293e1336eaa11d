# verdict: forbidden
# mistake: It calls PyTorch's own backward kernel, which the stub forbids.
import torch

_kernel = torch.ops.aten.sigmoid_backward


def sigmoid_backward(grad_output, y):
    return _kernel(grad_output, y)
