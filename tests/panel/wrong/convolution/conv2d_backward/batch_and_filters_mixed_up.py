# verdict: wrong
# mistake: grad_output (N, O, ...) is reshaped to (O, N*L) without moving the axes, so a batch of more than one is scrambled in grad_weight
# told: mixes_images_and_filters
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
    O, C, KH, KW = weight.shape
    H, W = x.shape[2:]
    cols = F.unfold(x, (KH, KW), padding=padding, stride=stride)
    flat_cols = cols.permute(1, 0, 2).reshape(C * KH * KW, -1)
    flat_g = grad_output.reshape(O, -1)
    grad_weight = (flat_g @ flat_cols.T).reshape(weight.shape)
    back = torch.einsum("ok,nol->nkl", weight.reshape(O, -1), grad_output.flatten(2))
    grad_x = F.fold(back, (H, W), (KH, KW), padding=padding, stride=stride)
    grad_bias = grad_output.sum(dim=(0, 2, 3))
    return grad_x, grad_weight, grad_bias
