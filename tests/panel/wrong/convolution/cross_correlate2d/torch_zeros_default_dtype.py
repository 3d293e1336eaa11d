# verdict: wrong
# mistake: The output is made with torch's default dtype, so float64 inputs come back rounded to float32.
# told: always_float32
import torch


def cross_correlate2d(image, kernel):
    H, W = image.shape
    kh, kw = kernel.shape
    if kh > H or kw > W:
        raise ValueError("kernel must not be larger than the image")
    out = torch.zeros(H - kh + 1, W - kw + 1)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = torch.sum(image[i:i + kh, j:j + kw] * kernel)
    return out
