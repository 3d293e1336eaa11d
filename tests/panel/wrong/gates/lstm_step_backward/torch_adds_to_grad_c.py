# verdict: wrong
# mistake: The path through the output is added in place to the caller's grad_c, which must not be changed.
# told: overwrites_grad_c
import torch


def lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    z = x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh
    zi, zf, zg, zo = z.chunk(4, dim=1)
    i, f, g, o = torch.sigmoid(zi), torch.sigmoid(zf), torch.tanh(zg), torch.sigmoid(zo)
    tc = torch.tanh(f * c + i * g)
    d = grad_c
    d += grad_h * o * (1 - tc * tc)
    delta = torch.cat(
        [d * g * i * (1 - i), d * c * f * (1 - f), d * i * (1 - g * g), grad_h * tc * o * (1 - o)], dim=1
    )
    db = delta.sum(dim=0)
    return delta @ weight_ih, delta @ weight_hh, d * f, delta.T @ x, delta.T @ h, db, db
