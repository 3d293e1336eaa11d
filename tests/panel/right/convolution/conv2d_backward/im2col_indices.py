# verdict: passed
# style: im2col with flat pixel numbers, matrix products per image and np.bincount for col2im
import numpy as np


def output_length(n, k, stride):
    return (n - k) // stride + 1


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    problems = {
        "stride": stride < 1,
        "padding": padding < 0,
        "channels": x.shape[1] != weight.shape[1],
    }
    for name, bad in problems.items():
        if bad:
            raise ValueError("invalid argument: " + name)
    n_img, chan, height, width = x.shape
    filters, _, kh, kw = weight.shape
    hp, wp = height + 2 * padding, width + 2 * padding
    if kh > hp or kw > wp:
        raise ValueError("invalid argument: kernel")
    oh, ow = output_length(hp, kh, stride), output_length(wp, kw, stride)
    if grad_output.shape != (n_img, filters, oh, ow):
        raise ValueError("invalid argument: grad_output")
    numbers = np.arange(chan * hp * wp).reshape(chan, hp, wp)
    corner = numbers[0, : (oh - 1) * stride + 1 : stride, : (ow - 1) * stride + 1 : stride].ravel()
    pick = numbers[:, :kh, :kw].reshape(-1, 1) + corner  # (C*KH*KW, OH*OW)
    wmat = weight.reshape(filters, -1)
    gx, gw = np.empty_like(x), np.zeros(wmat.shape)
    for n in range(n_img):
        image = np.pad(x[n], ((0, 0), (padding, padding), (padding, padding))).ravel()
        g = grad_output[n].reshape(filters, -1)
        gw += g @ image[pick].T
        flat = np.bincount(pick.ravel(), weights=(wmat.T @ g).ravel(), minlength=image.size)
        full = flat.reshape(chan, hp, wp)
        gx[n] = full[:, padding : padding + height, padding : padding + width]
    gb = grad_output.sum(axis=3).sum(axis=2).sum(axis=0)
    return gx, gw.reshape(weight.shape).astype(weight.dtype), gb
