# verdict: passed
# style: PyTorch, channels brought to the front and flattened, then a broadcast and an einsum
import torch


def prelu_backward(grad_output, x, weight):
    if weight.ndim != 1 or weight.shape[0] != x.shape[1]:
        raise ValueError("weight: one slope for each channel is needed, got shape " + str(tuple(weight.shape)))
    g = grad_output.transpose(0, 1)
    xt = x.transpose(0, 1)
    shape = xt.shape
    g, xt = g.flatten(1), xt.flatten(1)
    dx = torch.where(xt > 0, g, weight.unsqueeze(1) * g)
    dweight = torch.einsum("cm,cm->c", g, xt.clamp(max=0))
    return dx.reshape(shape).transpose(0, 1).contiguous(), dweight
