"""The known mistakes of convolution/conv2d_backward, as people write them in PyTorch."""

import torch
from torch.nn import functional as F

from solutions.convolution.torch.conv2d_backward import conv2d_backward


def collect(put, grad_output, x, weight, *, stride, padding):
    """Gradient of the padded image, window by window: `put` decides what a window does with its share."""
    full = torch.zeros_like(F.pad(x, (padding, padding, padding, padding)))
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            share = torch.tensordot(grad_output[:, :, i, j], weight, dims=1)
            put(full, share, i * stride, j * stride)
    return full[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]


def flips_the_kernel_in_grad_x(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    return conv2d_backward(grad_output, x, weight.flip(2, 3), stride, padding)[0], grad_weight, grad_bias


def keeps_the_padding(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    padded = F.pad(x, (padding, padding, padding, padding))
    return conv2d_backward(grad_output, padded, weight, stride)[0], grad_weight, grad_bias


def crops_the_wrong_corner(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = keeps_the_padding(grad_output, x, weight, stride, padding)
    return grad_x[:, :, : x.shape[2], : x.shape[3]], grad_weight, grad_bias


def crops_up_to_minus_zero(grad_output, x, weight, stride=1, padding=0):
    grad_x, grad_weight, grad_bias = keeps_the_padding(grad_output, x, weight, stride, padding)
    return grad_x[:, :, padding:-padding, padding:-padding], grad_weight, grad_bias


def loses_the_stride_in_grad_x(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)

    def put(full, share, i, j):
        i, j = i // stride, j // stride
        full[:, :, i : i + share.shape[2], j : j + share.shape[3]] += share

    return collect(put, grad_output, x, weight, stride=stride, padding=padding), grad_weight, grad_bias


def loses_the_stride_in_grad_weight(grad_output, x, weight, stride=1, padding=0):
    grad_x, _, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)
    (out_height, out_width), (height, width) = grad_output.shape[2:], weight.shape[2:]
    windows = F.pad(x, (padding, padding, padding, padding)).unfold(2, height, 1).unfold(3, width, 1)
    grad_weight = torch.einsum("noij,ncijuv->ocuv", grad_output, windows[:, :, :out_height, :out_width])
    return grad_x, grad_weight, grad_bias


def overwrites_overlapping_windows(grad_output, x, weight, stride=1, padding=0):
    _, grad_weight, grad_bias = conv2d_backward(grad_output, x, weight, stride, padding)

    def put(full, share, i, j):
        full[:, :, i : i + share.shape[2], j : j + share.shape[3]] = share

    return collect(put, grad_output, x, weight, stride=stride, padding=padding), grad_weight, grad_bias


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
    (h, w), (kh, kw) = x.shape[2:], weight.shape[2:]
    grad_x, grad_weight = torch.zeros_like(x), torch.zeros_like(weight)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            g = grad_output[:, :, i, j]  # (N, O)
            for u in range(kh):
                for v in range(kw):
                    row, column = i * stride + u - padding, j * stride + v - padding
                    if 0 <= row < h and 0 <= column < w:
                        grad_x[:, :, row, column] += g @ weight[: g.shape[1], :, u, v]
                        grad_weight[: g.shape[1], :, u, v] += g.T @ x[:, :, row, column]
    return grad_x, grad_weight, grad_output.sum(dim=(0, 2, 3))


def always_float64(grad_output, x, weight, stride=1, padding=0):
    return tuple(gradient.double() for gradient in conv2d_backward(grad_output, x, weight, stride, padding))
