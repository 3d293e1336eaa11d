# verdict: passed
# style: PyTorch, a small class holding the geometry, adds one shifted image per kernel tap
from dataclasses import dataclass

import torch


@dataclass
class Geometry:
    size: int
    kernel: int
    stride: int
    padding: int

    @property
    def padded(self):
        return self.size + 2 * self.padding

    @property
    def out(self):
        return (self.padded - self.kernel) // self.stride + 1

    def taps(self, u):
        return slice(u, u + (self.out - 1) * self.stride + 1, self.stride)


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be positive")
    if padding < 0:
        raise ValueError("padding cannot be negative")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight must have the same number of channels")
    rows = Geometry(x.shape[2], weight.shape[2], stride, padding)
    cols = Geometry(x.shape[3], weight.shape[3], stride, padding)
    if rows.kernel > rows.padded or cols.kernel > cols.padded:
        raise ValueError("kernel is bigger than the padded image")
    xp = x.new_zeros((x.shape[0], x.shape[1], rows.padded, cols.padded))
    xp[:, :, padding:padding + rows.size, padding:padding + cols.size] = x
    y = bias.to(x.dtype).reshape(1, -1, 1, 1).expand(x.shape[0], -1, rows.out, cols.out)
    for u in range(rows.kernel):
        for v in range(cols.kernel):
            piece = xp[:, :, rows.taps(u), cols.taps(v)].unsqueeze(1)
            y = y + (piece * weight[None, :, :, u, v, None, None].to(x.dtype)).sum(dim=2)
    return y
