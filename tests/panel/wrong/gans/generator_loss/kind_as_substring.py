# verdict: wrong
# mistake: "kind not in" a string looks for a part of it, so words such as "sat" or "" are accepted.
import numpy as np


def stable_sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z < 0, e, 1) / (1 + e)


def generator_loss(logits_fake, kind="nonsaturating"):
    if kind not in ("nonsaturating" "saturating"):
        raise ValueError(f"kind {kind} is not known")
    z = logits_fake
    if kind == "nonsaturating":
        loss, grad = np.logaddexp(0, -z), -stable_sigmoid(-z)
    else:
        loss, grad = -np.logaddexp(0, z), -stable_sigmoid(z)
    return loss.mean(), (grad / z.size).astype(z.dtype)
