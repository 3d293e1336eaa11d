# verdict: passed
# style: PyTorch by hand, gradients by activation times a vector of slopes
import torch


def lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    H = c.shape[1]
    z = torch.addmm(bias_ih, x, weight_ih.t()) + torch.addmm(bias_hh, h, weight_hh.t())
    gates = torch.sigmoid(z)
    gates[:, 2 * H:3 * H] = torch.tanh(z[:, 2 * H:3 * H])
    slopes = gates * (1 - gates)
    slopes[:, 2 * H:3 * H] = 1 - gates[:, 2 * H:3 * H] ** 2
    i, f, g, o = gates.split(H, dim=1)
    squashed = torch.tanh(f * c + i * g)
    d = grad_c + grad_h * o * (1 - squashed ** 2)
    delta = torch.cat([d * g, d * c, d * i, grad_h * squashed], dim=1) * slopes
    bias = delta.sum(0)
    return (
        delta @ weight_ih,
        delta @ weight_hh,
        d * f,
        delta.t() @ x,
        delta.t() @ h,
        bias,
        bias.clone(),
    )
