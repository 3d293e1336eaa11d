# verdict: wrong
# mistake: Checks only that k is at least 1; a k above the number of experts silently uses all of them.
import torch


def moe_layer(x, gate_weight, weight_in, weight_out, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    logits = x @ gate_weight.T
    ordered, experts = torch.sort(logits, dim=-1, descending=True, stable=True)
    ordered, experts = ordered[:, :k], experts[:, :k]
    gates = torch.softmax(ordered, dim=-1)
    rows = []
    for n in range(x.shape[0]):
        total = torch.zeros_like(x[n])
        for w, e in zip(gates[n], experts[n].tolist()):
            total = total + w * (weight_out[e] @ torch.relu(weight_in[e] @ x[n]))
        rows.append(total)
    return torch.stack(rows) if rows else torch.zeros_like(x)
