# verdict: passed
# style: PyTorch, rows by movedim and reshape, inner products by bmm
import torch


def softmax_backward(grad_output, y, dim=-1):
    n = y.shape[dim]
    moved = y.movedim(dim, -1)
    rows_y = moved.reshape(-1, n)
    rows_g = grad_output.movedim(dim, -1).reshape(-1, n)
    dots = torch.bmm(rows_g.unsqueeze(1), rows_y.unsqueeze(2)).reshape(-1, 1)
    rows = rows_y * (rows_g - dots)
    return rows.reshape(moved.shape).movedim(-1, dim).contiguous()
