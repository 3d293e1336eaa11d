# verdict: passed
# style: PyTorch, samples as columns, one recursion per layer, addmm
import torch


def _activate(name, z):
    if name == "relu":
        return torch.clamp(z, min=0)
    if name == "tanh":
        return torch.tanh(z)
    if name == "sigmoid":
        return torch.sigmoid(z)
    return z.clone()


def _run(columns, params, hidden, out):
    (weight, bias), rest = params[0], params[1:]
    z = torch.addmm(bias.unsqueeze(1), weight, columns)
    a = _activate(hidden if rest else out, z)
    if not rest:
        return [z], [a]
    zs, activations = _run(a, rest, hidden, out)
    return [z, *zs], [a, *activations]


def mlp_forward(x, params, hidden="relu", out="identity"):
    known = ("relu", "tanh", "sigmoid", "identity")
    if hidden not in known:
        raise ValueError(f"hidden: unknown activation {hidden!r}")
    if out not in known:
        raise ValueError(f"out: unknown activation {out!r}")
    zs, activations = _run(x.t(), list(params), hidden, out)
    cache = {"z": [z.t() for z in zs], "a": [a.t() for a in activations]}
    return cache["a"][-1], cache
