# verdict: passed
# style: torch, a small helper object that collects the squares
import torch


class _Length:
    def __init__(self):
        self.squares = None

    def add(self, g):
        s = (g * g).sum(dtype=torch.float64)
        self.squares = s if self.squares is None else self.squares + s

    def value(self):
        return self.squares.sqrt()


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if not max_norm >= 0:
        raise ValueError("max_norm has to be 0 or more")
    if len(grads) == 0:
        return [], 0.0
    length = _Length()
    for g in grads:
        length.add(g)
    norm = length.value()
    c = torch.minimum(torch.ones_like(norm), max_norm / (norm + eps))
    return [(g * c).to(g.dtype) for g in grads], norm
