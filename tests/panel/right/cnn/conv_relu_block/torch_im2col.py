# verdict: passed
# style: PyTorch, im2col with functional.unfold and one batched matrix product
import torch
import torch.nn.functional as F


def conv_relu_block(x, weight, bias, padding=0):
    n, c, h, w = x.shape
    o, cw, kh, kw = weight.shape
    if c != cw:
        raise ValueError(f"number of channels differs: x has {c}, weight has {cw}")
    columns = F.unfold(x, (kh, kw), padding=padding)  # N, C*KH*KW, L
    z = weight.reshape(o, -1) @ columns + bias[:, None]
    z = z.reshape(n, o, h + 2 * padding - kh + 1, w + 2 * padding - kw + 1)
    return torch.maximum(z, torch.zeros_like(z))
