# verdict: wrong
# mistake: Where rounding leaves no token it takes the last number of the vocabulary, even if its probability is 0.
# told: falls_off_the_end
import torch


def speculative_accept(target_probs, draft_probs, tokens, u):
    N, K = tokens.shape
    V = target_probs.shape[-1]
    out = torch.full((N, K + 1), -1, dtype=torch.long)
    for n in range(N):
        stop = K
        for i in range(K):
            t = int(tokens[n, i])
            if u[n, i] < target_probs[n, i, t] / draft_probs[n, i, t]:
                out[n, i] = t
            else:
                stop = i
                break
        dist = target_probs[n, stop]
        if stop < K:
            dist = torch.relu(dist - draft_probs[n, stop])
            dist = dist / dist.sum()
        cdf = torch.cumsum(dist, dim=0)
        token = torch.searchsorted(cdf, u[n, K].reshape(1), right=True)
        out[n, stop] = token.clamp(max=V - 1)[0]
    return out
