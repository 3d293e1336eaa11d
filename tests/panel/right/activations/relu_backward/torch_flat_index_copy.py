# verdict: passed
# style: PyTorch, flattens, finds the open units by nonzero and copies only their gradients
import torch


def relu_backward(grad_output, x):
    flat_g = grad_output.reshape(-1)
    flat_x = x.reshape(-1)
    open_units = torch.nonzero(flat_x > 0).squeeze(1)
    out = torch.zeros_like(flat_x)
    out = out.index_copy(0, open_units, flat_g.index_select(0, open_units))
    return out.reshape(x.shape)
