# verdict: passed
# style: product of Jacobian matrices with einsum
import numpy as np


def logistic(z):
    return np.exp(-np.logaddexp(0.0, -z))


def backward_221(x, y, params):
    W, b = params["weight1"], params["bias1"]
    w, c = params["weight2"], params["bias2"]

    z1 = np.einsum("jk,k->j", W, x) + b
    a1 = logistic(z1)
    y_hat = logistic(np.einsum("j,j->", w, a1) + c)

    dC_dyhat = y_hat - y
    dyhat_dz2 = y_hat * (1 - y_hat)
    dz2_da1 = w
    da1_dz1 = np.diag(a1 * (1 - a1))
    dz1_dW = np.einsum("ij,k->ijk", np.eye(2), x)

    up = dC_dyhat * dyhat_dz2
    row = np.einsum("i,ij->j", dz2_da1, da1_dz1) * up
    return {
        "bias2": up,
        "weight2": np.asarray(up * a1, dtype=x.dtype),
        "bias1": np.asarray(row, dtype=x.dtype),
        "weight1": np.einsum("i,ijk->jk", row, dz1_dW).astype(x.dtype),
    }
