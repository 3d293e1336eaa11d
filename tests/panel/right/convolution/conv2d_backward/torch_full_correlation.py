# verdict: passed
# style: PyTorch, dilates the gradient with zeros and correlates it with the flipped filters through Tensor.unfold windows
import torch
import torch.nn.functional as F


def _require(ok, message):
    if not ok:
        raise ValueError(message)


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    _require(stride >= 1, "stride is below 1")
    _require(padding >= 0, "padding is below 0")
    _require(x.shape[1] == weight.shape[1], "the channels do not agree")
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    HP, WP = H + 2 * padding, W + 2 * padding
    _require(KH <= HP and KW <= WP, "the kernel is larger than the padded image")
    OH, OW = (HP - KH) // stride + 1, (WP - KW) // stride + 1
    _require(list(grad_output.shape) == [N, O, OH, OW], "grad_output has the wrong shape")

    # zeros between the entries, then KH-1 / KW-1 around, then what the uneven stride left over
    up = grad_output.new_zeros(N, O, (OH - 1) * stride + 1, (OW - 1) * stride + 1)
    up[:, :, ::stride, ::stride] = grad_output
    rest_h, rest_w = HP - KH - (OH - 1) * stride, WP - KW - (OW - 1) * stride
    up = F.pad(up, (KW - 1, KW - 1 + rest_w, KH - 1, KH - 1 + rest_h))
    windows = up.unfold(2, KH, 1).unfold(3, KW, 1)  # N O HP WP KH KW
    full = torch.einsum("norquv,ocuv->ncrq", windows, weight.flip(2, 3))
    grad_x = full[:, :, padding:padding + H, padding:padding + W].contiguous()

    xp = F.pad(x, (padding,) * 4)
    patches = xp.unfold(2, KH, stride).unfold(3, KW, stride)
    grad_weight = torch.einsum("noij,ncijuv->ocuv", grad_output, patches)
    return grad_x, grad_weight.contiguous(), grad_output.sum((0, 2, 3))
