# verdict: forbidden
# mistake: The windows are counted with Tensor.unfold, but torch is not allowed here.
import torch


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, value in (("n", n), ("kernel_size", kernel_size), ("stride", stride), ("dilation", dilation)):
        if value < 1:
            raise ValueError(f"{name} must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    span = dilation * (kernel_size - 1) + 1
    line = torch.empty(n + 2 * padding, device="meta")
    if span > len(line):
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {len(line)}")
    return line.unfold(0, span, stride).shape[0]
