# verdict: wrong
# mistake: The flat result is reshaped to (W - KW + 1, H - KH + 1), rows and columns swapped, which shows only where the output is not square.
# told: reshapes_to_columns_first
import torch
import torch.nn.functional as F


def cross_correlate2d(image, kernel):
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError("kernel is larger than the image")
    h_out = image.shape[-1] - kernel.shape[-1] + 1
    w_out = image.shape[-2] - kernel.shape[-2] + 1
    cols = F.unfold(image.unsqueeze(0).unsqueeze(0), kernel_size=tuple(kernel.shape))
    return torch.matmul(kernel.flatten(), cols[0]).view(h_out, w_out)
