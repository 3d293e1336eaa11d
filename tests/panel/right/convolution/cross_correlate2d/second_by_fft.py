# verdict: passed
# style: product with the conjugate spectrum in float64, valid corner cut out, cast back
import numpy as np


def cross_correlate2d(image, kernel):
    if any(k > n for k, n in zip(kernel.shape, image.shape)):
        raise ValueError(f"kernel {kernel.shape} is larger than image {image.shape}")
    spectrum = np.fft.rfft2(image.astype(np.float64))
    spectrum *= np.conj(np.fft.rfft2(kernel.astype(np.float64), s=image.shape))
    circular = np.fft.irfft2(spectrum, s=image.shape)
    rows, cols = np.subtract(image.shape, kernel.shape) + 1
    return circular[:rows, :cols].astype(image.dtype)
