# verdict: passed
# style: torch, Tensor.unfold twice and one einsum
import torch


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError(f"stride {stride} < 1")
    if padding < 0:
        raise ValueError(f"padding {padding} < 0")
    (n, c, h, w), (o, cw, kh, kw) = x.shape, weight.shape
    if c != cw:
        raise ValueError(f"channels: x has {c}, weight has {cw}")
    if max(kh - h, kw - w) > 2 * padding:
        raise ValueError(f"kernel {kh}x{kw} is larger than the padded image")
    padded = torch.nn.functional.pad(x, [padding] * 4)
    windows = padded.unfold(2, kh, stride).unfold(3, kw, stride)
    return torch.einsum("ncijuv,ocuv->noij", windows, weight) + bias.view(1, o, 1, 1)
