# verdict: passed
# style: PyTorch, all stamps by one einsum, then one index_add over the flat output
import torch


def conv_transpose2d(x, weight, bias, stride=1, padding=0, output_padding=0):
    if stride < 1:
        raise ValueError(f"stride must be >= 1, got {stride}")
    if padding < 0:
        raise ValueError(f"padding must be >= 0, got {padding}")
    if output_padding < 0 or output_padding >= stride:
        raise ValueError(f"output_padding must be in [0, {stride}), got {output_padding}")
    N, C, H, W = x.shape
    if weight.shape[0] != C:
        raise ValueError(f"channels differ: {C} and {weight.shape[0]}")
    O, KH, KW = weight.shape[1:]
    ZH = (H - 1) * stride + KH + output_padding
    ZW = (W - 1) * stride + KW + output_padding
    if ZH - 2 * padding < 1 or ZW - 2 * padding < 1:
        raise ValueError("padding cuts off the whole output")

    stamps = torch.einsum("ncij,couv->noiujv", x, weight).reshape(N * O, -1)
    rows = torch.arange(H, device=x.device)[:, None] * stride + torch.arange(KH, device=x.device)
    cols = torch.arange(W, device=x.device)[:, None] * stride + torch.arange(KW, device=x.device)
    where = (rows[:, :, None, None] * ZW + cols).reshape(-1)
    z = torch.zeros((N * O, ZH * ZW), dtype=x.dtype, device=x.device)
    z = z.index_add(1, where, stamps).reshape(N, O, ZH, ZW)
    z = z[:, :, padding : ZH - padding, padding : ZW - padding]
    return z + bias.view(1, -1, 1, 1)
