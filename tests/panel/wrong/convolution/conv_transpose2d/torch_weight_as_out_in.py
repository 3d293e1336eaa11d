# verdict: raised
# mistake: The weight is read as (C_out, C_in, KH, KW), as in an ordinary convolution; its first axis is that of the input channels.
# told: takes_output_channels_first
import torch


def conv_transpose2d(x, weight, bias, stride=1, padding=0, output_padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if output_padding < 0 or output_padding >= stride:
        raise ValueError("output_padding must be at least 0 and below stride")
    n, c_in, h, w = x.shape
    c_out, wc, kh, kw = weight.shape
    if wc != c_in:
        raise ValueError("channels of x and weight differ")
    zh, zw = (h - 1) * stride + kh + output_padding, (w - 1) * stride + kw + output_padding
    if zh - 2 * padding <= 0 or zw - 2 * padding <= 0:
        raise ValueError("padding leaves nothing of the output")
    z = x.new_zeros(n, c_out, zh, zw)
    for u in range(kh):
        for v in range(kw):
            part = torch.einsum("ncij,oc->noij", x, weight[:, :, u, v])
            z[:, :, u : u + (h - 1) * stride + 1 : stride, v : v + (w - 1) * stride + 1 : stride] += part
    return z[:, :, padding : zh - padding, padding : zw - padding] + bias[:, None, None]
