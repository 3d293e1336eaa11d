# verdict: passed
# style: PyTorch, Tensor.unfold windows, einsum, pooling by a reshaped amax
import torch


def cnn_forward(x, params):
    w, b = params["conv.weight"], params["conv.bias"]
    kh, kw = w.shape[2:]
    windows = x.unfold(2, kh, 1).unfold(3, kw, 1)  # N C OH OW KH KW
    z = torch.einsum("ncijuv,ocuv->noij", windows, w) + b[:, None, None]
    a = z.clamp(min=0)
    n, o, oh, ow = a.shape
    ph, pw = oh // 2, ow // 2
    m = a[:, :, : 2 * ph, : 2 * pw].reshape(n, o, ph, 2, pw, 2).amax(dim=(3, 5))
    return m.reshape(n, o * ph * pw) @ params["fc.weight"].T + params["fc.bias"]
