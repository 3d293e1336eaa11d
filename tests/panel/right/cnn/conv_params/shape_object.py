# verdict: passed
# style: plain Python, named tuples for shapes and math.prod
from math import prod
from typing import NamedTuple


class Shape(NamedTuple):
    channels: int
    rows: int
    columns: int

    def size(self):
        return prod(int(n) for n in self)


def conv_params(in_channels, out_channels, kernel_size, height, width, bias=True):
    for name, length in [("height", height), ("width", width)]:
        if length < kernel_size:
            raise ValueError(f"kernel_size is {kernel_size}, but the {name} of the image is only {length}")
    image = Shape(in_channels, height, width)
    window = Shape(in_channels, kernel_size, kernel_size)
    output = Shape(out_channels, height - kernel_size + 1, width - kernel_size + 1)
    convolution = window.size() * int(out_channels)
    dense = image.size() * output.size()
    if bias:
        convolution += int(out_channels)
        dense += output.size()
    return convolution, dense
