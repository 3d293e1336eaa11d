# verdict: wrong
# mistake: The two last axes of the query are unpacked in the wrong order, so scores are divided by the root of L and not of E.
import numpy as np


def softmax(z):
    z = z - z.max(-1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(-1, keepdims=True)
    return z


def attention_backward(grad_output, query, key, value):
    d, n = query.shape[-2:]
    scale = float(d) ** -0.5
    a = softmax(np.einsum("...ie,...je->...ij", query, key) * scale)
    d_v = np.einsum("...ij,...iv->...jv", a, grad_output)
    d_a = np.einsum("...iv,...jv->...ij", grad_output, value)
    d_s = a * d_a - a * np.sum(a * d_a, axis=-1, keepdims=True)
    d_s = d_s * scale
    d_q = np.einsum("...ij,...je->...ie", d_s, key)
    d_k = np.einsum("...ij,...ie->...je", d_s, query)
    return d_q, d_k, d_v
