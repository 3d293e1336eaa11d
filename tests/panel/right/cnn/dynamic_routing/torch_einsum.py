# verdict: passed
# style: PyTorch, einsum over the whole batch, squash with vector_norm
import torch


def dynamic_routing(u_hat, n_iters=3):
    if n_iters < 1:
        raise ValueError(f"n_iters must be at least 1, got {n_iters}")
    b = torch.zeros_like(u_hat[..., 0])
    for step in range(n_iters):
        c = torch.softmax(b, dim=2)
        s = torch.einsum("nij,nijd->njd", c, u_hat)
        length = torch.linalg.vector_norm(s, dim=-1, keepdim=True)
        v = s * (length / (1 + length * length))
        if step < n_iters - 1:
            b = b + torch.einsum("nijd,njd->nij", u_hat, v)
    return v, c
