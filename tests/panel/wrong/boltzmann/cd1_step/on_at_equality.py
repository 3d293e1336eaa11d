# verdict: wrong
# mistake: A unit is switched on with u <= p where the statement has the strict u < p, so a draw equal to the probability turns it on.
import torch


def cd1_step(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    p = torch.sigmoid(visible @ weight.T + hidden_bias)
    h = (p >= hidden_uniforms).to(weight.dtype)
    v_prob = torch.sigmoid(h @ weight + visible_bias)
    v = (v_prob >= visible_uniforms).to(weight.dtype)
    p_new = torch.sigmoid(v @ weight.T + hidden_bias)
    n = visible.shape[0]
    new_weight = weight + lr * (p.T @ visible - p_new.T @ v) / n
    new_visible_bias = visible_bias + lr * (visible - v).mean(0)
    new_hidden_bias = hidden_bias + lr * (p - p_new).mean(0)
    return new_weight, new_visible_bias, new_hidden_bias
