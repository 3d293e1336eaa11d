# verdict: wrong
# mistake: After each place only the next stride columns are uncovered, so with patch > stride the end of each row of places stays covered in the following rows.
import numpy as np


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    _, height, width = x.shape
    if patch > height or patch > width:
        raise ValueError(f"patch {patch} is larger than the image {height} x {width}")
    rows = (height - patch) // stride + 1
    cols = (width - patch) // stride + 1
    out = np.empty((rows, cols), dtype=x.dtype)
    base = f(x)
    canvas = x.copy()  # one working copy, x itself is left alone
    for i in range(rows):
        top = i * stride
        for j in range(cols):
            left = j * stride
            canvas[:, top : top + patch, left : left + patch] = fill
            out[i, j] = base - f(canvas)
            # the square moves on by stride columns: those come free
            canvas[:, top : top + patch, left : left + stride] = x[:, top : top + patch, left : left + stride]
    return out
