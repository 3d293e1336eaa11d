# verdict: wrong
# mistake: elu(x) + 1 rounds to 0 for x below about -37, so a row of tiny features gives 0/0.
# told: loses_tiny_features
import torch
import torch.nn.functional as F


def linear_attention(query, key, value):
    q = F.elu(query) + 1
    k = F.elu(key) + 1
    state = torch.cumsum(torch.einsum("...le,...lv->...lev", k, value), dim=-3)
    z = torch.cumsum(k, dim=-2)
    numerator = torch.einsum("...le,...lev->...lv", q, state)
    denominator = (q * z).sum(dim=-1, keepdim=True)
    return numerator / denominator
