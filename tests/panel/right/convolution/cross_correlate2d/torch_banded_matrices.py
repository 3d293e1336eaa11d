# verdict: passed
# style: PyTorch, each kernel row becomes a banded matrix, sum of matrix products
import torch


def _band(row, width):
    """(width - k + 1, width) matrix whose line j holds `row` from column j on."""
    k = row.shape[0]
    lines = []
    for j in range(width - k + 1):
        lines.append(torch.cat([row.new_zeros(j), row, row.new_zeros(width - k - j)]))
    return torch.stack(lines)


def cross_correlate2d(image, kernel):
    H, W = image.shape
    KH, KW = kernel.shape
    if KH > H:
        raise ValueError(f"kernel has {KH} rows, the image only {H}")
    if KW > W:
        raise ValueError(f"kernel has {KW} columns, the image only {W}")
    oh = H - KH + 1
    return sum(image[u:u + oh] @ _band(kernel[u], W).T for u in range(KH))
