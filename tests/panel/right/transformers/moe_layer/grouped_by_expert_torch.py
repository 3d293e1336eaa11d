# verdict: passed
# style: PyTorch, gathers the tokens of each expert and scatters with index_add
import torch


def moe_layer(x, gate_weight, weight_in, weight_out, k):
    E = gate_weight.shape[0]
    if not 1 <= k <= E:
        raise ValueError("k: each token visits at least 1 and at most E experts")
    scores, order = (x @ gate_weight.T).sort(dim=1, descending=True, stable=True)
    weights = scores[:, :k].softmax(dim=1)
    chosen = order[:, :k]
    y = torch.zeros_like(x)
    for e in range(E):
        token, slot = torch.where(chosen == e)
        if token.numel() == 0:
            continue
        out = torch.relu(x[token] @ weight_in[e].T) @ weight_out[e].T
        y = y.index_add(0, token, weights[token, slot, None] * out)
    return y
