# verdict: wrong
# mistake: The matrix is made with PyTorch's default dtype float32, not with the dtype of weight.
# told: returns_float32
import torch


def conv_as_matrix(weight, height, width):
    kh, kw = weight.shape
    if kh > height or kw > width:
        raise ValueError("weight must not be larger than the image")
    oh, ow = height - kh + 1, width - kw + 1
    M = torch.zeros(oh * ow, height * width)
    for i in range(oh):
        for j in range(ow):
            for u in range(kh):
                start = (i + u) * width + j
                M[i * ow + j, start : start + kw] = weight[u]
    return M
