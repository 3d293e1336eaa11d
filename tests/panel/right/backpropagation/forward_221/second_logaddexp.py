# verdict: passed
# style: sigmoid as exp(-log(1 + exp(-z))) by logaddexp, products by einsum
import numpy as np


def forward_221(x, params):
    def sigmoid(z):
        return np.exp(-np.logaddexp(np.zeros_like(z), -z))

    z1 = np.einsum("jk,k->j", params["weight1"], x) + params["bias1"]
    a1 = sigmoid(z1)
    z2 = np.einsum("j,j->", params["weight2"], a1) + float(params["bias2"])
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": sigmoid(z2)}
