# verdict: wrong
# mistake: There is no ReLU between convolution and pooling; the maximum of four negative values stays negative.
# told: forgets_the_relu
import torch


def cnn_forward(x, params):
    w = params["conv.weight"]
    o, c, kh, kw = w.shape
    patches = x.unfold(2, kh, 1).unfold(3, kw, 1)
    n, _, oh, ow = patches.shape[:4]
    cols = patches.permute(0, 2, 3, 1, 4, 5).reshape(n, oh * ow, c * kh * kw)
    z = cols @ w.reshape(o, -1).T + params["conv.bias"]
    a = z.transpose(1, 2).reshape(n, o, oh, ow)
    # the maximum is the non-linearity
    m = a.unfold(2, 2, 2).unfold(3, 2, 2).amax((4, 5))
    return m.flatten(1) @ params["fc.weight"].T + params["fc.bias"]
