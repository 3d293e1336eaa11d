"""The known mistakes of cnn/cnn_forward, as people write them in PyTorch."""

import torch

from solutions.cnn.torch.cnn_forward import cnn_forward


def convolve(x, params):
    """The maps before ReLU."""
    weight = params["conv.weight"]
    windows = x.unfold(2, weight.shape[2], 1).unfold(3, weight.shape[3], 1)
    return torch.einsum("ncijuv,ocuv->noij", windows, weight) + params["conv.bias"][:, None, None]


def by_twos(maps):
    """Partners of the pooling in two axes of their own, (N, O, PH, PW, 2, 2)."""
    return maps.unfold(2, 2, 2).unfold(3, 2, 2)


def features(x, params):
    return by_twos(torch.relu(convolve(x, params))).amax(dim=(4, 5))


def classify(maps, params):
    return maps.flatten(1) @ params["fc.weight"].T + params["fc.bias"]


def flattens_channels_last(x, params):
    return classify(features(x, params).permute(0, 2, 3, 1), params)


def flattens_column_by_column(x, params):
    return classify(features(x, params).transpose(2, 3), params)


def mixes_the_images(x, params):
    return classify(features(x, params).transpose(0, 1).reshape(len(x), -1), params)


def pools_the_image(x, params):
    return classify(torch.relu(convolve(by_twos(x).amax(dim=(4, 5)), params)), params)


def ends_with_softmax(x, params):
    return torch.softmax(cnn_forward(x, params), dim=1)


def rectifies_the_scores(x, params):
    return torch.relu(cnn_forward(x, params))


def forgets_the_relu(x, params):
    return classify(by_twos(convolve(x, params)).amax(dim=(4, 5)), params)


def pools_by_the_mean(x, params):
    return classify(by_twos(torch.relu(convolve(x, params))).mean(dim=(4, 5)), params)


def takes_every_second_value(x, params):
    return classify(by_twos(torch.relu(convolve(x, params)))[..., 0, 0], params)


def cuts_at_the_top(x, params):
    maps = torch.relu(convolve(x, params))
    return classify(by_twos(maps[:, :, maps.shape[2] % 2 :, maps.shape[3] % 2 :]).amax(dim=(4, 5)), params)


def forgets_the_bias_of_the_filters(x, params):
    return cnn_forward(x, {**params, "conv.bias": torch.zeros_like(params["conv.bias"])})


def forgets_the_bias_of_the_scores(x, params):
    return cnn_forward(x, {**params, "fc.bias": torch.zeros_like(params["fc.bias"])})


def flips_the_kernel(x, params):
    return cnn_forward(x, {**params, "conv.weight": params["conv.weight"].flip(2, 3)})


def reshapes_the_weight(x, params):
    k, d = params["fc.weight"].shape
    return features(x, params).flatten(1) @ params["fc.weight"].reshape(d, k) + params["fc.bias"]


def rectifies_the_image(x, params):
    return cnn_forward(torch.relu(x), params)


def returns_float64(x, params):
    return cnn_forward(x, params).double()


def overwrites_the_bias(x, params):
    y = cnn_forward(x, params)
    params["fc.bias"] += y.mean(dim=0)
    return y
