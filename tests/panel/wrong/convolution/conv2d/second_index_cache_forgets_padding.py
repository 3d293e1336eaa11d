# verdict: wrong
# mistake: The table of window positions is cached under a key without the padding, so a second call with the same shapes and another padding uses a stale table.
import numpy as np

_POSITIONS = {}


def _positions(shape, kernel, stride, padding):
    key = (shape, kernel, stride)
    if key not in _POSITIONS:
        oh = (shape[0] + 2 * padding - kernel[0]) // stride + 1
        ow = (shape[1] + 2 * padding - kernel[1]) // stride + 1
        rows = stride * np.arange(oh)[:, None, None, None] + np.arange(kernel[0])[None, None, :, None]
        cols = stride * np.arange(ow)[None, :, None, None] + np.arange(kernel[1])[None, None, None, :]
        _POSITIONS[key] = rows, cols
    return _POSITIONS[key]


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("number of channels differs")
    if any(k > s + 2 * padding for k, s in zip(weight.shape[2:], x.shape[2:])):
        raise ValueError("kernel is larger than the padded image")
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    rows, cols = _positions(x.shape[2:], weight.shape[2:], stride, padding)
    return np.einsum("ncijuv,ocuv->noij", xp[:, :, rows, cols], weight) + bias[:, None, None]
