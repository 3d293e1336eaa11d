# verdict: wrong
# mistake: The check says "and" for "or": a kernel with more rows but not more columns than the image gives an empty result, not an error.
import torch


def convolve2d(image, kernel, mode="valid"):
    if mode not in ("valid", "full"):
        raise ValueError("mode must be 'valid' or 'full'")
    h, w = image.shape
    kh, kw = kernel.shape
    if mode == "valid" and kh > h and kw > w:
        raise ValueError("kernel is larger than image")
    full = torch.zeros((h + kh - 1, w + kw - 1), dtype=image.dtype)
    for i in range(kh):
        for j in range(kw):
            full[i : i + h, j : j + w] += image * kernel[i, j]
    if mode == "full":
        return full
    return full[kh - 1 : h, kw - 1 : w].clone()
