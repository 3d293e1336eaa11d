# verdict: wrong
# mistake: The kernel is turned in place, so the caller's array is changed.
# told: overwrites_the_kernel
import numpy as np


def convolve2d(image, kernel, mode="valid"):
    if mode not in {"valid", "full"}:
        raise ValueError("mode must be valid or full")
    H, W = image.shape
    KH, KW = kernel.shape
    if mode == "valid":
        if KH > H or KW > W:
            raise ValueError("kernel has more rows or columns than the image")
        x = image
    else:
        x = np.pad(image, ((KH - 1, KH - 1), (KW - 1, KW - 1)))
    kernel[:] = kernel[::-1, ::-1].copy()
    out = np.empty((x.shape[0] - KH + 1, x.shape[1] - KW + 1), dtype=image.dtype)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + KH, j : j + KW] * kernel)
    return out
