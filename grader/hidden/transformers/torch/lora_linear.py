"""The known mistakes of transformers/lora_linear, as people write them in PyTorch."""

from solutions.transformers.torch.lora_linear import lora_linear

ABSENT = {}


def forgets_the_scale(x, weight, bias, lora_a, lora_b, alpha):
    return x @ weight.T + bias + x @ lora_a.T @ lora_b.T


def forgets_the_rank(x, weight, bias, lora_a, lora_b, alpha):
    return x @ weight.T + bias + alpha * (x @ lora_a.T @ lora_b.T)


def divides_by_the_root_of_the_rank(x, weight, bias, lora_a, lora_b, alpha):
    return x @ weight.T + bias + alpha / len(lora_a) ** 0.5 * (x @ lora_a.T @ lora_b.T)


def divides_by_the_width(x, weight, bias, lora_a, lora_b, alpha):
    return x @ weight.T + bias + alpha / x.shape[-1] * (x @ lora_a.T @ lora_b.T)


def divides_by_the_outputs(x, weight, bias, lora_a, lora_b, alpha):
    return x @ weight.T + bias + alpha / len(lora_b) * (x @ lora_a.T @ lora_b.T)


def returns_the_change_alone(x, weight, bias, lora_a, lora_b, alpha):
    return alpha / len(lora_a) * (x @ lora_a.T @ lora_b.T)


def scales_everything(x, weight, bias, lora_a, lora_b, alpha):
    return (x @ weight.T + bias + x @ lora_a.T @ lora_b.T) * (alpha / len(lora_a))


def forgets_the_bias(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, 0 * bias, lora_a, lora_b, alpha)


def adds_the_bias_twice(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, alpha) + bias


def subtracts_the_change(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, -alpha)


def takes_weights_as_in_out(x, weight, bias, lora_a, lora_b, alpha):
    if len({*weight.shape, *lora_a.shape, *lora_b.shape}) > 1:
        raise ValueError("mat1 and mat2 shapes cannot be multiplied")
    return lora_linear(x, weight.T, bias, lora_a.T, lora_b.T, alpha)


def returns_float64(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(*(a.double() for a in (x, weight, bias, lora_a, lora_b)), alpha)


def merges_in_place(x, weight, bias, lora_a, lora_b, alpha):
    weight.add_(lora_b @ lora_a, alpha=alpha / len(lora_a))
    return x @ weight.T + bias
