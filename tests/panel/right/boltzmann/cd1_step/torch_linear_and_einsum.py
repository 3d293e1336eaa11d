# verdict: passed
# style: PyTorch, F.linear both ways, batch mean inside einsum
import torch
import torch.nn.functional as F


def cd1_step(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    v0 = visible.to(weight.dtype)
    batch = v0.shape[0]

    def up(v):
        return torch.sigmoid(F.linear(v, weight, hidden_bias))

    p0 = up(v0)
    h0 = torch.lt(hidden_uniforms, p0).to(weight.dtype)
    v1 = torch.lt(visible_uniforms, torch.sigmoid(F.linear(h0, weight.t(), visible_bias))).to(weight.dtype)
    p1 = up(v1)
    positive = torch.einsum("nh,nv->hv", p0, v0)
    negative = torch.einsum("nh,nv->hv", p1, v1)
    return (
        weight + (lr / batch) * (positive - negative),
        visible_bias + lr * (v0 - v1).mean(dim=0),
        hidden_bias + lr * (p0 - p1).mean(dim=0),
    )
