# verdict: passed
# style: PyTorch, mask from comparing position numbers, log-softmax
import torch


def causal_attention(query, key, value):
    L, E = query.shape[-2:]
    S = key.shape[-2]
    if L > S:
        raise ValueError("query must not be longer than key")
    where_q = torch.arange(S - L, S, device=query.device).unsqueeze(1)
    where_k = torch.arange(S, device=query.device).unsqueeze(0)
    logits = torch.matmul(query, key.mT) * E**-0.5
    logits = torch.where(where_k <= where_q, logits, float("-inf"))
    return torch.matmul(torch.log_softmax(logits, dim=-1).exp(), value)
