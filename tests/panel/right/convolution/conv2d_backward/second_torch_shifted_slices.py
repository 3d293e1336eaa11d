# verdict: passed
# style: torch, one pass over the kernel taps, strided slices read for the filters and added to for the image
import torch


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1 or padding < 0:
        raise ValueError("stride too small" if stride < 1 else "padding is negative")
    N, C, H, W = x.shape
    O, C_w, KH, KW = weight.shape
    if C_w != C:
        raise ValueError("channels mismatch")
    PH, PW = H + 2 * padding, W + 2 * padding
    if KH > PH or KW > PW:
        raise ValueError("kernel larger than padded image")
    OH, OW = (PH - KH) // stride + 1, (PW - KW) // stride + 1
    if grad_output.shape != torch.Size([N, O, OH, OW]):
        raise ValueError("grad_output: unexpected shape")
    xp = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    dxp = torch.zeros_like(xp)
    dw = torch.zeros_like(weight)
    for u in range(KH):
        rows = slice(u, u + (OH - 1) * stride + 1, stride)
        for v in range(KW):
            cols = slice(v, v + (OW - 1) * stride + 1, stride)
            dw[:, :, u, v] = torch.tensordot(grad_output, xp[:, :, rows, cols], dims=([0, 2, 3], [0, 2, 3]))
            dxp[:, :, rows, cols] += torch.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    return dxp[:, :, padding:PH - padding, padding:PW - padding].clone(), dw, grad_output.sum((0, 2, 3))
