# verdict: wrong
# mistake: All rounds but the last work on detached predictions, so autograd does not follow the loop through all rounds.
import torch


def squash(s):
    norm = torch.linalg.vector_norm(s, dim=-1, keepdim=True)
    return norm / (1 + norm**2) * s


def dynamic_routing(u_hat, n_iters=3):
    if n_iters < 1:
        raise ValueError("n_iters must be positive")
    # the routing itself is not trained, only the last round gets gradients
    u_stop = u_hat.detach()
    b = torch.zeros(u_hat.shape[:3], dtype=u_hat.dtype, device=u_hat.device)
    for r in range(n_iters):
        c = b.softmax(dim=-1)
        if r == n_iters - 1:
            v = squash((c.unsqueeze(-1) * u_hat).sum(dim=1))
        else:
            v = squash((c.unsqueeze(-1) * u_stop).sum(dim=1))
            b = b + (u_stop * v.unsqueeze(1)).sum(dim=-1)
    return v, c
