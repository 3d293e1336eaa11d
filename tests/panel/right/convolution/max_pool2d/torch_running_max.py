# verdict: passed
# style: PyTorch, list of shifted slices with torch.where
import torch


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    H, W = x.shape[2], x.shape[3]
    if kernel_size < 1 or kernel_size > min(H, W):
        raise ValueError("bad kernel_size")
    if stride < 1:
        raise ValueError("bad stride")
    place = torch.arange(H * W).reshape(1, 1, H, W).expand(x.shape)
    last_row = H - kernel_size + 1
    last_col = W - kernel_size + 1
    y = idx = None
    for u in range(kernel_size):
        for v in range(kernel_size):
            value = x[:, :, u : last_row + u : stride, v : last_col + v : stride]
            where = place[:, :, u : last_row + u : stride, v : last_col + v : stride]
            if y is None:
                y, idx = value.clone(), where.clone()
            else:
                new = value > y
                y, idx = torch.where(new, value, y), torch.where(new, where, idx)
    return y, idx
