"""The known mistakes of convolution/depthwise_conv2d, as people write them in PyTorch."""

from torch.nn import functional as F

from solutions.convolution.torch.depthwise_conv2d import depthwise_conv2d


def sums_over_the_channels(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(x.sum(dim=1, keepdim=True).expand_as(x), weight, bias, stride, padding)


def returns_one_channel(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, bias, stride, padding).sum(dim=1, keepdim=True)


def uses_the_first_kernel(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(x, weight[:1].expand_as(weight), bias, stride, padding)


def uses_the_first_channel(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(x[:, :1].expand_as(x), weight, bias, stride, padding)


def averages_the_products(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight / weight[0].numel(), bias, stride, padding)


def flips_the_kernels(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight.flip(2, 3), bias, stride, padding)


def forgets_the_bias(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, 0 * bias, stride, padding)


def adds_all_the_biases(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, bias.sum().expand_as(bias), stride, padding)


def ignores_the_stride(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(x, weight, bias, 1, padding)


def ignores_the_padding(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    rows = max(weight.shape[2] - x.shape[2], 0)
    return depthwise_conv2d(x, weight[:, :, rows:, -x.shape[3] :], bias, stride)


def pads_one_side(x, weight, bias, stride=1, padding=0):
    depthwise_conv2d(x, weight, bias, stride, padding)
    return depthwise_conv2d(F.pad(x, (0, 2 * padding, 0, 2 * padding)), weight, bias, stride)


def spreads_a_single_kernel(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight if len(weight) > 1 else weight.repeat(x.shape[1], 1, 1, 1), bias, stride, padding)


def takes_the_weight_of_an_ordinary_layer(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight[:, :1], bias, stride, padding)


def returns_float64(x, weight, bias, stride=1, padding=0):
    return depthwise_conv2d(x, weight, bias, stride, padding).double()


def checks_nothing(x, weight, bias, stride=1, padding=0):
    try:
        return depthwise_conv2d(x, weight, bias, stride, padding)
    except ValueError:
        return x.new_zeros(*x.shape[:2], 0, 0)
