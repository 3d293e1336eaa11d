# verdict: passed
# style: torch, backward by hand, table of pairs (function, slope from z)
import torch

TABLE = {
    "tanh": (torch.tanh, lambda z: 1 - torch.tanh(z) ** 2),
    "relu": (lambda z: z.clamp(min=0), lambda z: torch.heaviside(z, torch.zeros_like(z[:1, :1]))),
    "sigmoid": (torch.sigmoid, lambda z: torch.sigmoid(z) * torch.sigmoid(-z)),
}


def zero_init_gradients(x, target, hidden, act, value=0.0):
    try:
        phi, slope = TABLE[act]
    except KeyError:
        raise ValueError(f"act: {act!r} is not one of {list(TABLE)}") from None
    w1 = torch.full((hidden, x.shape[1]), float(value), dtype=x.dtype, device=x.device)
    w2 = torch.full((1, hidden), float(value), dtype=x.dtype, device=x.device)
    z = torch.einsum("nd,hd->nh", x, w1)
    a = phi(z)
    delta2 = (torch.sigmoid(a @ w2.T) - target.unsqueeze(1)) / x.shape[0]
    delta1 = (delta2 @ w2) * slope(z)
    return {
        "weight1": torch.einsum("nh,nd->hd", delta1, x),
        "bias1": delta1.sum(dim=0),
        "weight2": torch.einsum("no,nh->oh", delta2, a),
        "bias2": delta2.sum(dim=0),
    }
