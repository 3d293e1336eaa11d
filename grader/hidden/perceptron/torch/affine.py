"""The known mistakes of perceptron/affine, as people write them in PyTorch."""

from solutions.perceptron.torch.affine import affine


def multiplies_element_by_element(x, weight, bias):
    affine(x, weight, bias)
    return x * weight + bias


def forgets_to_transpose(x, weight, bias):
    affine(x, weight, bias)
    return x @ weight + bias


def returns_columns_of_examples(x, weight, bias):
    return affine(x, weight, bias).T.clone()


def adds_the_bias_to_the_columns(x, weight, bias):
    affine(x, weight, bias)
    return x @ weight.T + bias.unsqueeze(1)


def forgets_the_bias(x, weight, bias):
    affine(x, weight, bias)
    return x @ weight.T


def subtracts_the_bias(x, weight, bias):
    return affine(x, weight, -bias)


def shares_one_bias(x, weight, bias):
    affine(x, weight, bias)
    return x @ weight.T + bias[0]


def adds_the_bias_for_each_feature(x, weight, bias):
    affine(x, weight, bias)
    return (x[:, None] * weight + bias[:, None]).sum(-1)


def averages_over_the_features(x, weight, bias):
    affine(x, weight, bias)
    return (x[:, None] * weight).mean(-1) + bias


def broadcasts_the_bias(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise ValueError("weight")
    return x @ weight.T + bias


def broadcasts_the_weight(x, weight, bias):
    if bias.shape != weight.shape[:1]:
        raise ValueError("bias")
    if weight.shape[1] not in (1, x.shape[1]):
        raise ValueError("weight")
    return (x[:, None, :] * weight[None]).sum(-1) + bias


def leaves_the_check_to_the_library(x, weight, bias):
    if weight.shape[1] != x.shape[1]:
        raise TypeError("shapes do not match")
    return affine(x, weight, bias)


def returns_float64(x, weight, bias):
    return affine(x.double(), weight.double(), bias.double())


def returns_float32(x, weight, bias):
    return affine(x.float(), weight.float(), bias.float())


def overwrites_bias(x, weight, bias):
    result = affine(x, weight, bias)
    bias.add_((x @ weight.T)[0])
    return result
