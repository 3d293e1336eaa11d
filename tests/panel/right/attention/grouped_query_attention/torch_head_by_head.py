# verdict: passed
# style: PyTorch, a loop over query heads that picks key head h // r
import torch


def _attend(q, k, v):
    scores = torch.bmm(q, k.transpose(1, 2)) / q.size(-1) ** 0.5
    return torch.bmm(scores.softmax(dim=-1), v)


def grouped_query_attention(query, key, value):
    heads, kv_heads = query.size(1), key.size(1)
    r, rest = divmod(heads, kv_heads)
    if rest != 0:
        raise ValueError("the number of heads of key must divide the number of query heads")
    return torch.stack([_attend(query[:, h], key[:, h // r], value[:, h // r]) for h in range(heads)], dim=1)
