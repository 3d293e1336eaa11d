# verdict: passed
# style: PyTorch, sign of the field with the old entry where it is zero
import torch


def hopfield_update(state, weight, order):
    common = torch.promote_types(state.dtype, weight.dtype)
    w, s = weight.to(common), state.to(common).clone()
    for i in order.tolist():
        field = torch.dot(w[i], s)
        s[i] = torch.where(field == 0, s[i], torch.sign(field))
    return s.to(state.dtype)
