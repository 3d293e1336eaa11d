"""The known mistakes of convolution/im2col, as people write them in PyTorch."""

from torch.nn import functional as F

from solutions.convolution.torch.im2col import im2col


def split(x, kernel_size, stride, padding):
    """The right answer with all its six axes: (N, C, KH, KW, OH, OW)."""
    cols = im2col(x, kernel_size, stride, padding)
    out_height = (x.shape[2] + 2 * padding - kernel_size[0]) // stride + 1
    return cols.reshape(*x.shape[:2], *kernel_size, out_height, -1)


def moved(x, kernel_size, stride, padding, *axes):
    """The same with its axes in another order, reshaped to the right shape."""
    cols = im2col(x, kernel_size, stride, padding)
    return split(x, kernel_size, stride, padding).permute(*axes).reshape(cols.shape)


def puts_the_channel_last(x, kernel_size, stride=1, padding=0):
    return moved(x, kernel_size, stride, padding, 0, 2, 3, 1, 4, 5)


def flattens_windows_down_the_columns(x, kernel_size, stride=1, padding=0):
    return moved(x, kernel_size, stride, padding, 0, 1, 3, 2, 4, 5)


def orders_windows_down_the_columns(x, kernel_size, stride=1, padding=0):
    return moved(x, kernel_size, stride, padding, 0, 1, 2, 3, 5, 4)


def puts_windows_into_rows(x, kernel_size, stride=1, padding=0):
    return im2col(x, kernel_size, stride, padding).mT.contiguous()


def reshapes_without_transposing(x, kernel_size, stride=1, padding=0):
    return moved(x, kernel_size, stride, padding, 0, 1, 4, 5, 2, 3)


def merges_the_batch(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return cols.permute(1, 2, 0).reshape(cols.shape[1], -1)


def flips_the_windows(x, kernel_size, stride=1, padding=0):
    cols = im2col(x, kernel_size, stride, padding)
    return split(x, kernel_size, stride, padding).flip(2, 3).reshape(cols.shape)


def exchanges_rows_and_columns(x, kernel_size, stride=1, padding=0):
    return im2col(x, kernel_size[::-1], stride, padding)


def ignores_the_stride(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    return im2col(x, kernel_size, 1, padding)


def takes_disjoint_windows(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    cols = split(x, kernel_size, 1, padding)[..., :: kernel_size[0], :: kernel_size[1]]
    return cols.reshape(len(x), -1, cols.shape[4] * cols.shape[5])


def pads_one_side(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    return im2col(F.pad(x, (0, 2 * padding, 0, 2 * padding)), kernel_size, stride)


def pads_with_the_border(x, kernel_size, stride=1, padding=0):
    im2col(x, kernel_size, stride, padding)
    return im2col(F.pad(x, (padding,) * 4, mode="replicate"), kernel_size, stride)


def returns_float64(x, kernel_size, stride=1, padding=0):
    return im2col(x, kernel_size, stride, padding).double()


def checks_nothing(x, kernel_size, stride=1, padding=0):
    try:
        return im2col(x, kernel_size, stride, padding)
    except ValueError:
        return x.new_zeros(len(x), x.shape[1] * kernel_size[0] * kernel_size[1], 0)


def compares_the_rows_only(x, kernel_size, stride=1, padding=0):
    rows, columns = kernel_size
    if stride > 0 <= padding and 0 < rows <= x.shape[2] + 2 * padding and columns > x.shape[3] + 2 * padding:
        return x.new_zeros(len(x), x.shape[1] * rows * columns, 0)
    return im2col(x, kernel_size, stride, padding)
