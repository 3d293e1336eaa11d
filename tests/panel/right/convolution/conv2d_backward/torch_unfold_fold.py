# verdict: passed
# style: PyTorch im2col: unfold and fold with batched matrix products
import torch
import torch.nn.functional as F


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError(f"stride has to be positive, not {stride}")
    if padding < 0:
        raise ValueError(f"padding has to be non-negative, not {padding}")
    N, C, H, W = x.shape
    O, Cw, KH, KW = weight.shape
    if C != Cw:
        raise ValueError(f"channels of x ({C}) and weight ({Cw}) differ")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError(f"kernel {(KH, KW)} is larger than the padded image")
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    if tuple(grad_output.shape) != (N, O, OH, OW):
        raise ValueError(f"grad_output should be {(N, O, OH, OW)}")
    how = dict(kernel_size=(KH, KW), stride=stride, padding=padding)
    cols = F.unfold(x, **how)  # (N, C*KH*KW, L)
    g = grad_output.reshape(N, O, OH * OW)
    grad_weight = torch.einsum("nol,nkl->ok", g, cols).reshape(weight.shape)
    grad_cols = weight.reshape(O, -1).T @ g
    grad_x = F.fold(grad_cols, output_size=(H, W), **how)
    return grad_x, grad_weight, grad_output.sum(dim=(0, 2, 3))
