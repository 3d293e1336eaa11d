# verdict: wrong
# mistake: It averages the root mean square of each sample instead of taking one over all samples and units; with one sample it is the same.
import torch


def rms(a):
    return a.square().mean(dim=1).sqrt().mean()


def signal_survey(x, normals, grad_output, activation, scheme):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"unknown activation {activation!r}")
    if scheme not in ("xavier", "he"):
        raise ValueError(f"unknown scheme {scheme!r}")
    f = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}[activation]
    weights = []
    for n in normals:
        n_out, n_in = n.shape
        var = 2 / (n_in + n_out) if scheme == "xavier" else 2 / n_in
        weights.append(n * var**0.5)
    hs = [x]
    for w in weights:
        hs.append(f(hs[-1] @ w.T))
    gs = [grad_output]
    for w, h in zip(weights[::-1], hs[:0:-1]):
        if activation == "sigmoid":
            slope = h * (1 - h)
        elif activation == "tanh":
            slope = 1 - h**2
        else:
            slope = (h > 0).to(h.dtype)
        gs.append((gs[-1] * slope) @ w)
    return {"forward": torch.stack([rms(h) for h in hs]), "backward": torch.stack([rms(g) for g in gs[::-1]])}
