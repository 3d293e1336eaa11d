# verdict: passed
# style: bias as an extra column, scipy expit
import numpy as np
from scipy.special import expit


def forward_221(x, params):
    one = np.ones(1, dtype=x.dtype)
    layer1 = np.column_stack([params["weight1"], params["bias1"]])
    layer2 = np.append(params["weight2"], params["bias2"])
    z1 = layer1 @ np.concatenate([x, one])
    a1 = expit(z1)
    z2 = layer2 @ np.concatenate([a1, one])
    return {"z1": z1.astype(x.dtype), "a1": a1.astype(x.dtype), "z2": z2, "y_hat": expit(z2)}
