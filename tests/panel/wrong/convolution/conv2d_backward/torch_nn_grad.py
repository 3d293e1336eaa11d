# verdict: forbidden
# mistake: hands the work to torch.nn.grad, which the statement excludes
import torch
from torch.nn import grad as helpers


def _check(g, x, w, stride, padding):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != w.shape[1]:
        raise ValueError("channels of x and weight differ")
    HP, WP = x.shape[2] + 2 * padding, x.shape[3] + 2 * padding
    if w.shape[2] > HP or w.shape[3] > WP:
        raise ValueError("kernel is larger than the padded image")
    OH, OW = (HP - w.shape[2]) // stride + 1, (WP - w.shape[3]) // stride + 1
    if tuple(g.shape) != (x.shape[0], w.shape[0], OH, OW):
        raise ValueError("grad_output has the wrong shape")
    return OH, OW


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    _check(grad_output, x, weight, stride, padding)
    gx = helpers.conv2d_input(x.shape, weight, grad_output, stride=stride, padding=padding)
    gw = helpers.conv2d_weight(x, weight.shape, grad_output, stride=stride, padding=padding)
    return gx, gw, torch.einsum("noij->o", grad_output)
