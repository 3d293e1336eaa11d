# verdict: wrong
# mistake: The reconstruction is driven by the hidden probabilities p and not by the drawn hidden states h.
import numpy as np


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def cd1_step(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    n = visible.shape[0]
    p = sigmoid(hidden_bias + visible @ weight.T)
    h = (hidden_uniforms < p).astype(weight.dtype)
    v_prob = sigmoid(visible_bias + p @ weight)
    v_new = (visible_uniforms < v_prob).astype(weight.dtype)
    p_new = sigmoid(hidden_bias + v_new @ weight.T)
    dw = (p.T @ visible - p_new.T @ v_new) / n
    db = (visible - v_new).mean(axis=0)
    dc = (p - p_new).mean(axis=0)
    return weight + lr * dw, visible_bias + lr * db, hidden_bias + lr * dc
