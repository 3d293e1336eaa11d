# verdict: wrong
# mistake: z1 and a1 are arrays of the module that every call fills again, so an earlier result changes.
import numpy as np

_work = {}


def forward_221(x, params):
    z1, a1 = _work.setdefault(x.dtype, (np.empty(2, x.dtype), np.empty(2, x.dtype)))
    np.matmul(params["weight1"], x, out=z1)
    np.add(z1, params["bias1"], out=z1)
    np.exp(np.minimum(z1, 0), out=a1)
    a1 /= 1 + np.exp(-np.abs(z1))
    z2 = a1 @ params["weight2"] + params["bias2"]
    y_hat = np.exp(min(z2, 0)) / (1 + np.exp(-abs(z2)))
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
