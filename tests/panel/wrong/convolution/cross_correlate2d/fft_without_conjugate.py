# verdict: wrong
# mistake: The product of the transforms without a conjugate is the convolution of mathematics, so the kernel is turned by 180 degrees.
# told: flips_the_kernel
import numpy as np


def cross_correlate2d(image, kernel):
    H, W = image.shape
    KH, KW = kernel.shape
    if KH > H or KW > W:
        raise ValueError("kernel larger than image")
    spectrum = np.fft.rfft2(image.astype(float)) * np.fft.rfft2(kernel.astype(float), s=(H, W))
    full = np.fft.irfft2(spectrum, s=(H, W))
    return full[KH - 1:, KW - 1:].astype(image.dtype)
