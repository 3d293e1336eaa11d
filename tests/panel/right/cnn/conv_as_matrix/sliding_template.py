# verdict: passed
# style: NumPy, one flat template of the kernel with gaps is slid along every row
import numpy as np


def conv_as_matrix(weight, height, width):
    kh, kw = weight.shape
    if kh > height:
        raise ValueError("weight has more rows than the image")
    if kw > width:
        raise ValueError("weight has more columns than the image")
    template = np.zeros((kh, width), dtype=weight.dtype)
    template[:, :kw] = weight
    template = template.ravel()[: (kh - 1) * width + kw]
    rows = []
    for i in range(height - kh + 1):
        for j in range(width - kw + 1):
            row = np.zeros(height * width, dtype=weight.dtype)
            start = i * width + j
            row[start : start + template.size] = template
            rows.append(row)
    return np.array(rows)
