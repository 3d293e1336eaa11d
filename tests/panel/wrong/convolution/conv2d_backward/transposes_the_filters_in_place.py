# verdict: wrong
# mistake: transpose_ swaps the first two axes of the caller's weight tensor itself, so an input is changed
import torch
import torch.nn.functional as F


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
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    cols = F.unfold(x, (KH, KW), stride=stride, padding=padding)
    g = grad_output.flatten(2)
    grad_weight = torch.einsum("nol,nkl->ok", g, cols).view(O, C, KH, KW)
    w = weight.transpose_(0, 1)
    back = torch.einsum("couv,nol->ncuvl", w, g).reshape(N, C * KH * KW, -1)
    grad_x = F.fold(back, (H, W), (KH, KW), stride=stride, padding=padding)
    return grad_x, grad_weight, g.sum(dim=(0, 2))
