# verdict: passed
# style: sliding_window_view and einsum with both kernels stacked
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def sobel(image):
    h, w = image.shape
    if h < 3 or w < 3:
        raise ValueError("The image needs at least 3 rows and 3 columns.")
    out_dtype = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    kx = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    kernels = np.stack([kx, kx.T])
    windows = sliding_window_view(image.astype(np.float64), (3, 3))
    gx, gy = np.einsum("ijuv,kuv->kij", windows, kernels)
    magnitude = np.sqrt(gx**2 + gy**2)
    angle = np.arctan2(gy, gx)
    return (
        gx.astype(out_dtype),
        gy.astype(out_dtype),
        magnitude.astype(out_dtype),
        angle.astype(out_dtype),
    )
