"""The known mistakes of convolution/conv2d_backward, as people write them in PyTorch."""

import numpy as np
import torch
from torch.nn import functional as F

from solutions.convolution.torch.conv2d_backward import conv2d_backward


def collect(grad_output, x, weight, padding, step, keep=1):
    """Gradient of the images, from windows that lie `step` apart: each adds to what is there already, times `keep`."""
    (kh, kw), full = weight.shape[2:], torch.zeros_like(F.pad(x, (padding,) * 4))
    for i, j in np.ndindex(grad_output.shape[2:]):
        here = full[:, :, i * step : i * step + kh, j * step : j * step + kw]
        here.copy_(keep * here + torch.tensordot(grad_output[:, :, i, j], weight, dims=1))
    return full[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]


def flips_the_kernel_in_grad_x(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return conv2d_backward(grad_output, x, weight.flip(2, 3), stride, padding)[0], grad_weight, grad_bias


def keeps_the_padding(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return conv2d_backward(grad_output, F.pad(x, (padding,) * 4), weight, stride)[0], grad_weight, grad_bias


def crops_the_wrong_corner(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = keeps_the_padding(grad_output, x, weight, stride, padding)
    return grad_x[:, :, : x.shape[2], : x.shape[3]], grad_weight, grad_bias


def crops_up_to_minus_zero(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = keeps_the_padding(grad_output, x, weight, stride, padding)
    return grad_x[:, :, padding:-padding, padding:-padding], grad_weight, grad_bias


def loses_the_stride_in_grad_x(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return collect(grad_output, x, weight, padding, step=1), grad_weight, grad_bias


def loses_the_stride_in_grad_weight(grad_output, x, weight, stride=1, padding=0):
    grad_x, _, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    (out_height, out_width), (height, width) = grad_output.shape[2:], weight.shape[2:]
    windows = F.pad(x, (padding, padding, padding, padding)).unfold(2, height, 1).unfold(3, width, 1)
    grad_weight = torch.einsum("noij,ncijuv->ocuv", grad_output, windows[:, :, :out_height, :out_width])
    return grad_x, grad_weight, grad_bias


def overwrites_overlapping_windows(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return collect(grad_output, x, weight, padding, step=stride, keep=0), grad_weight, grad_bias


def keeps_the_last_image(grad_output, x, weight, stride=1, padding=0):
    grad_x, _, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return grad_x, conv2d_backward(grad_output[-1:], x[-1:], weight, stride, padding)[1], grad_bias


def averages_the_bias_gradient(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, _ = conv2d_backward(grad_output, x, weight, stride, padding)
    return grad_x, grad_weight, grad_output.mean(dim=(0, 2, 3))


def divides_by_the_batch(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return grad_x, grad_weight / len(x), grad_bias / len(x)


def ends_with_the_last_window(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    rows, columns = (stride * (grad_output.shape[a] - 1) + weight.shape[a] - padding for a in (2, 3))
    return grad_x[:, :, :rows, :columns], grad_weight, grad_bias


def checks_nothing(grad_output, x, weight, stride=1, padding=0):
    o, h, w = grad_output.shape[1], *x.shape[2:]
    grad_x, grad_weight = torch.zeros_like(x), torch.zeros_like(weight)
    for i, j, u, v in np.ndindex(*grad_output.shape[2:], *weight.shape[2:]):
        g, row, column = grad_output[:, :, i, j], i * stride + u - padding, j * stride + v - padding
        if 0 <= row < h and 0 <= column < w:
            grad_x[:, :, row, column] += g @ weight[:o, :, u, v]
            grad_weight[:o, :, u, v] += g.T @ x[:, :, row, column]
    return grad_x, grad_weight, grad_output.sum(dim=(0, 2, 3))


def always_float64(grad_output, x, weight, stride=1, padding=0):
    return tuple(gradient.double() for gradient in conv2d_backward(grad_output, x, weight, stride, padding))


def mixes_images_and_filters(grad_output, x, weight, stride=1, padding=0):
    grad_x, _, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    mixed = grad_output.flatten(0, 1).unflatten(0, grad_output.shape[1::-1]).transpose(0, 1)
    return grad_x, conv2d_backward(mixed, x, weight, stride, padding)[1], grad_bias


def reshapes_the_filters(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    mixed = weight.flatten(0, 1).unflatten(0, weight.shape[1::-1]).transpose(0, 1)
    return conv2d_backward(grad_output, x, mixed, stride, padding)[0], grad_weight, grad_bias


def takes_the_output_for_square(grad_output, x, weight, stride=1, padding=0):
    square = grad_output.clone()
    square[..., grad_output.shape[2] :] = 0
    return *conv2d_backward(square, x, weight, stride, padding)[:2], grad_output.sum(dim=(0, 2, 3))


def spreads_a_single_channel(grad_output, x, weight, stride=1, padding=0):
    return conv2d_backward(grad_output, x, weight.expand(-1, x.shape[1], -1, -1), stride, padding)


def spreads_a_single_image(grad_output, x, weight, stride=1, padding=0):
    wide = grad_output.expand(len(x), -1, -1, -1)
    return *conv2d_backward(wide, x, weight, stride, padding)[:2], grad_output.sum(dim=(0, 2, 3))


def checks_by_assert(grad_output, x, weight, stride=1, padding=0):
    try:
        return conv2d_backward(grad_output, x, weight, stride, padding)
    except ValueError as error:
        raise AssertionError from error
