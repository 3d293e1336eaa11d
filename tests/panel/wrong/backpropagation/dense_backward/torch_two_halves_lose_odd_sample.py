# verdict: wrong
# mistake: The batch is summed in two halves of N // 2 samples, so with an odd batch the last sample adds nothing to the weight and bias gradients.
import torch


def dense_backward(grad_output, x, weight):
    half = x.shape[0] // 2
    dx = grad_output.mm(weight)
    # pairwise summation, for better rounding
    g_first, g_second = grad_output[:half], grad_output[half : 2 * half]
    x_first, x_second = x[:half], x[half : 2 * half]
    dweight = g_first.t().mm(x_first) + g_second.t().mm(x_second)
    dbias = g_first.sum(dim=0) + g_second.sum(dim=0)
    return dx, dweight, dbias
