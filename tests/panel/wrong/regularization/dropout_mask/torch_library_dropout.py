# verdict: forbidden
# mistake: It lets torch.nn.functional.dropout do the work, which the stub forbids.
import torch
import torch.nn.functional as F


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    with torch.random.fork_rng(devices=[]):
        torch.set_rng_state(rng.get_state())
        mask = F.dropout(torch.ones(shape, dtype=torch.float64), p=p, training=True)
        rng.set_state(torch.get_rng_state())
    return mask
