# verdict: wrong
# mistake: The softmax subtracts the largest logit of the whole batch, so a sample whose logits all lie far below it gets 0/0.
# told: subtracts_one_maximum
import torch


def mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u=None):
    if not (0 <= p <= 1):
        raise ValueError(f"p must be from 0 to 1, not {p}")
    h = torch.relu(x @ weight1.T + bias1)
    if u is None:
        m = torch.ones_like(h)[None]
    else:
        if u.dim() != 3 or u.shape[1:] != h.shape:
            raise ValueError("u must have shape (passes, samples, hidden units)")
        m = (u >= p).to(h.dtype)
        if p < 1:
            m = m / (1 - p)
    logits = (h * m) @ weight2.T + bias2
    e = torch.exp(logits - logits.max())
    probs = e / e.sum(dim=-1, keepdim=True)
    return probs.mean(0), probs.var(0, unbiased=False)
