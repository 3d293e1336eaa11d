# verdict: passed
# style: loops over samples and query rows, with the explicit Jacobian of each row's softmax
import math

import numpy as np


def _row_softmax(s):
    e = np.exp(s - s.max())
    return e / e.sum()


def attention_backward(grad_output, query, key, value):
    scale = 1.0 / math.sqrt(query.shape[-1])
    grad_query = np.zeros_like(query)
    grad_key = np.zeros_like(key)
    grad_value = np.zeros_like(value)
    for b in np.ndindex(query.shape[:-2]):
        q, k, v, do = query[b], key[b], value[b], grad_output[b]
        for i in range(q.shape[0]):
            a = _row_softmax(k @ q[i] * scale)
            jacobian = np.diag(a) - np.outer(a, a)
            ds = jacobian @ (v @ do[i])
            grad_query[b + (i,)] = scale * (ds @ k)
            grad_key[b] += scale * np.outer(ds, q[i])
            grad_value[b] += np.outer(a, do[i])
    return grad_query, grad_key, grad_value
