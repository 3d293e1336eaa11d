# verdict: passed
# style: PyTorch, block axis by view, einsum, unbind
import torch


def lstm_step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    size = c.shape[1]
    w = weight_ih.reshape(4, size, -1)
    u = weight_hh.reshape(4, size, size)
    b = (bias_ih + bias_hh).reshape(4, 1, size)
    z = torch.einsum("bhd,nd->bnh", w, x) + torch.einsum("bhk,nk->bnh", u, h) + b
    z_i, z_f, z_g, z_o = z.unbind(0)
    new_c = z_f.sigmoid() * c + z_i.sigmoid() * z_g.tanh()
    new_h = z_o.sigmoid() * new_c.tanh()
    return new_h, new_c
