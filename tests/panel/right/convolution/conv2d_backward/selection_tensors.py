# verdict: passed
# style: one-hot selection tensors for rows and columns (which pixel lies under which window), everything else tensordot
import numpy as np


def _select(length, kernel, out, stride, dtype):
    """S[i, u, r] = 1 where i * stride + u == r."""
    i, u = np.ogrid[:out, :kernel]
    return ((i * stride + u)[:, :, None] == np.arange(length)).astype(dtype)


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("bad stride")
    if padding < 0:
        raise ValueError("bad padding")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("unequal channels")
    size = [n + 2 * padding for n in x.shape[2:]]
    kernel = weight.shape[2:]
    if any(k > n for k, n in zip(kernel, size)):
        raise ValueError("kernel larger than padded image")
    out = [(n - k) // stride + 1 for k, n in zip(kernel, size)]
    if grad_output.shape != (x.shape[0], weight.shape[0], *out):
        raise ValueError("bad shape of grad_output")
    rows, cols = (_select(n, k, o, stride, x.dtype) for n, k, o in zip(size, kernel, out))
    rows = rows[:, :, padding:padding + x.shape[2]]
    cols = cols[:, :, padding:padding + x.shape[3]]
    # cutting the pixels of the border off the selectors is all the padding that is needed
    shares = np.tensordot(grad_output, weight, axes=(1, 0))  # n i j c u v
    shares = np.tensordot(shares, rows, axes=((1, 4), (0, 1)))  # n j c v r
    gx = np.tensordot(shares, cols, axes=((1, 3), (0, 1)))  # n c r q
    patches = np.tensordot(x, rows, axes=(2, 2))  # n c q i u
    patches = np.tensordot(patches, cols, axes=(2, 2))  # n c i u j v
    gw = np.tensordot(grad_output, patches, axes=((0, 2, 3), (0, 2, 4)))  # o c u v
    gb = np.einsum("noij->o", grad_output)
    return np.ascontiguousarray(gx), np.ascontiguousarray(gw), gb
