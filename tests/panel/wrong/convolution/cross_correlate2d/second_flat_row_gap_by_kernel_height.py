# verdict: wrong
# mistake: The image is correlated as one flat row with gaps of W minus the kernel's height instead of its width, which is right for square kernels only.
import numpy as np


def cross_correlate2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    if kh > h or kw > w:
        raise ValueError("kernel is larger than the image")
    if kh == 1:
        return np.stack([np.correlate(row, kernel[0], "valid") for row in image])
    # spread the kernel over one long row, so that a single 1-D correlation does the work
    gap = np.zeros(w - kh, dtype=kernel.dtype)
    taps = np.concatenate([np.concatenate([row, gap]) for row in kernel[:-1]] + [kernel[-1]])
    flat = np.correlate(np.ascontiguousarray(image).ravel(), taps, "full")[len(taps) - 1 :]
    return flat[: (h - kh + 1) * w].reshape(h - kh + 1, w)[:, : w - kw + 1].copy()
