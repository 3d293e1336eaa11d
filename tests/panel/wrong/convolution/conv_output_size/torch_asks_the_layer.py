# verdict: forbidden
# mistake: It runs a torch layer on a meta tensor and reads the shape, but torch is not allowed.
import torch


def conv_output_size(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, value, least in (("n", n, 1), ("kernel_size", kernel_size, 1), ("stride", stride, 1),
                               ("padding", padding, 0), ("dilation", dilation, 1)):
        if value < least:
            raise ValueError(f"{name} must be at least {least}")
    span = dilation * (kernel_size - 1) + 1
    if span > n + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    layer = torch.nn.Conv1d(1, 1, kernel_size, stride, padding, dilation, device="meta")
    return int(layer(torch.empty(1, 1, n, device="meta")).shape[-1])
