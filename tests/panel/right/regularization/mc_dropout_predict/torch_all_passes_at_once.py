# verdict: passed
# style: torch, all passes as one batch by einsum, softmax through logsumexp
import torch


def mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u=None):
    if not 0 <= p <= 1:
        raise ValueError("p must lie between 0 and 1")
    n, units = x.shape[0], weight1.shape[0]
    if u is not None and (u.dim() != 3 or tuple(u.shape[1:]) != (n, units) or len(u) < 1):
        raise ValueError(f"u must have shape (passes, {n}, {units}), got {tuple(u.shape)}")

    h = (torch.einsum("nd,hd->nh", x, weight1) + bias1).clamp(min=0)
    if u is None:
        passes = h.unsqueeze(0)
    elif p == 1:
        passes = torch.zeros_like(u)
    else:
        passes = h * (u >= p).to(h.dtype) / (1 - p)
    logits = torch.einsum("tnh,ch->tnc", passes, weight2) + bias2
    probs = torch.exp(logits - torch.logsumexp(logits, dim=-1, keepdim=True))
    mean = probs.mean(0)
    variance = (probs - mean).square().mean(0)
    return mean, variance
