# verdict: passed
# style: PyTorch, bias as an extra input that is always one, einsum
import torch


def dense_backward(grad_output, x, weight):
    n_in = x.shape[1]
    ones = torch.ones((x.shape[0], 1), dtype=x.dtype, device=x.device)
    extended = torch.cat([x, ones], dim=1)
    both = torch.einsum("no,ni->oi", grad_output, extended)
    dweight, dbias = both[:, :n_in].clone(), both[:, n_in].clone()
    dx = torch.einsum("no,oi->ni", grad_output, weight)
    return dx, dweight, dbias
