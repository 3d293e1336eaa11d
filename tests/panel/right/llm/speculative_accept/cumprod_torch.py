# verdict: passed
# style: PyTorch, vectorised: cumprod counts acceptances, zero-padded draft makes the last case a residual too
import torch


def speculative_accept(target_probs, draft_probs, tokens, u):
    N, K = tokens.shape
    tokens = tokens.long()
    idx = tokens.unsqueeze(-1)
    p = target_probs[:, :K].gather(2, idx).squeeze(-1)
    q = draft_probs.gather(2, idx).squeeze(-1)
    n_ok = (u[:, :K] < p / q).long().cumprod(dim=1).sum(dim=1)

    rows = torch.arange(N)
    padded = torch.cat([draft_probs, torch.zeros_like(target_probs[:, :1])], dim=1)
    rest = (target_probs[rows, n_ok] - padded[rows, n_ok]).clamp(min=0)
    rest = torch.where((n_ok < K)[:, None], rest / rest.sum(dim=1, keepdim=True), target_probs[rows, n_ok])

    V = rest.shape[1]
    above = rest.cumsum(dim=1) > u[:, K:]
    first_above = above.long().argmax(dim=1)
    last_positive = V - 1 - (rest > 0).long().flip(1).argmax(dim=1)
    drawn = torch.where(above.any(dim=1), first_above, last_positive)

    place = torch.arange(K + 1).expand(N, K + 1)
    out = torch.cat([tokens, torch.full((N, 1), -1, dtype=torch.long)], dim=1)
    out = torch.where(place < n_ok[:, None], out, torch.full_like(out, -1))
    out[rows, n_ok] = drawn
    return out
