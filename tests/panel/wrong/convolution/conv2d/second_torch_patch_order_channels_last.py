# verdict: wrong
# mistake: The patches are flattened in the order (row, column, channel) but the filters in the order (channel, row, column), which only agrees for a single channel or a 1x1 kernel.
import torch


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    n, c, h, w = x.shape
    o, c2, kh, kw = weight.shape
    if c != c2:
        raise ValueError("channels differ")
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel is larger than the padded image")
    xp = torch.nn.functional.pad(x, (padding,) * 4)
    patches = xp.unfold(2, kh, stride).unfold(3, kw, stride)  # n c oh ow kh kw
    oh, ow = patches.shape[2:4]
    flat = patches.permute(0, 2, 3, 4, 5, 1).reshape(n, oh * ow, -1)
    out = flat @ weight.reshape(o, -1).t() + bias
    return out.transpose(1, 2).reshape(n, o, oh, ow)
