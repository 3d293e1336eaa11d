# verdict: passed
# style: one formula for both kinds, scores turned round and an outer sign
import numpy as np

_SIGNS = {"nonsaturating": -1, "saturating": 1}


def generator_loss(logits_fake, kind="nonsaturating"):
    if kind not in _SIGNS:
        raise ValueError(f"kind must be 'nonsaturating' or 'saturating', not {kind!r}")
    sign = _SIGNS[kind]
    z = np.asarray(sign * logits_fake)
    loss = -sign * np.mean(np.logaddexp(0, z))
    tail = np.exp(-np.abs(z))
    grad = -np.where(z >= 0, 1, tail) / (1 + tail) / z.size
    return logits_fake.dtype.type(loss), np.asarray(grad, dtype=logits_fake.dtype)
