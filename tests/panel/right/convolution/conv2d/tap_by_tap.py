# verdict: passed
# style: loop over the kernel taps, strided slices of the padded image, accumulate
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("bad stride: %r" % (stride,))
    if padding < 0:
        raise ValueError("bad padding: %r" % (padding,))
    n, c, h, w = x.shape
    o, cw, kh, kw = weight.shape
    if c != cw:
        raise ValueError("number of channels: %d in x but %d in weight" % (c, cw))
    hp, wp = h + 2 * padding, w + 2 * padding
    if kh > hp or kw > wp:
        raise ValueError("the kernel (%d, %d) exceeds the padded image (%d, %d)" % (kh, kw, hp, wp))

    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)], mode="constant")
    oh, ow = (hp - kh) // stride + 1, (wp - kw) // stride + 1
    acc = np.zeros((n, o, oh, ow), dtype=np.result_type(x, weight))
    for u in range(kh):
        for v in range(kw):
            patch = padded[:, :, u:u + (oh - 1) * stride + 1:stride, v:v + (ow - 1) * stride + 1:stride]
            acc += np.einsum("nchw,oc->nohw", patch, weight[:, :, u, v])
    acc += bias[:, None, None]
    return acc.astype(x.dtype)
