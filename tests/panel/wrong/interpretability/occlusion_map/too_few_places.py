# verdict: wrong
# mistake: The number of places is (H - p + 1) // s, which loses the last row or column for some strides; it is (H - p) // s + 1.
import numpy as np


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    _, h, w = x.shape
    if patch > h or patch > w:
        raise ValueError("patch does not fit into the image")
    oh = (h - patch + 1) // stride
    ow = (w - patch + 1) // stride
    out = np.zeros((oh, ow), dtype=x.dtype)
    score = f(x)
    for i in range(oh):
        for j in range(ow):
            occluded = x.copy()
            occluded[:, i * stride : i * stride + patch, j * stride : j * stride + patch] = fill
            out[i, j] = score - f(occluded)
    return out
