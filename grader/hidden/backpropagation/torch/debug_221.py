"""The known mistakes of backpropagation/debug_221, as people write them in PyTorch."""

import torch

from solutions.backpropagation.torch.debug_221 import _gradients as backward_221
from solutions.backpropagation.torch.debug_221 import debug_221

NAMES = [f"weight1[{j},{k}]" for j in (0, 1) for k in (0, 1)] + ["bias1[0]", "bias1[1]", "weight2[0]", "weight2[1]", "bias2"]


def flat(gradients):
    """The nine numbers in their order."""
    return [
        *gradients["weight1"].flatten().tolist(),
        *gradients["bias1"].tolist(),
        *gradients["weight2"].tolist(),
        float(gradients["bias2"]),
    ]


def judged(x, y, params, printed, right):
    pairs = zip(flat(printed), flat(backward_221(x, y, params)), strict=True)
    return [name for name, pair in zip(NAMES, pairs, strict=True) if not right(*pair)]


def knows_the_culprits(x, y, params, printed):
    return ["weight1[1,0]", "weight1[1,1]"]


def believes_the_popular_answer(x, y, params, printed):
    truth = flat(backward_221(x, y, params))
    a1 = torch.sigmoid(params["weight1"] @ x + params["bias1"])
    truth[2] = float(truth[8] * params["weight2"][1] * a1[0] * (1 - a1[0]) * x[0])
    truth[3] = 0.0
    pairs = zip(NAMES, flat(printed), truth, strict=True)
    return [name for name, p, g in pairs if not abs(p - g) <= 1e-3 * abs(g)]


def has_an_absolute_tolerance(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-3)


def leaves_the_absolute_tolerance_on(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-8 + 1e-3 * abs(g))


def has_a_loose_tolerance(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-2 * abs(g))


def has_a_strict_tolerance(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-6 * abs(g))


def measures_by_the_largest(x, y, params, printed):
    size = max(map(abs, flat(backward_221(x, y, params))))
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-3 * size)


def overlooks_the_sign(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(abs(p) - abs(g)) <= 1e-3 * abs(g))


def turns_the_sign_of_the_truth(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p + g) <= 1e-3 * abs(g))


def accuses_a_true_zero(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) < 1e-3 * abs(g))


def lets_nan_go(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: not abs(p - g) > 1e-3 * abs(g))


def stops_at_the_first(x, y, params, printed):
    return debug_221(x, y, params, printed)[:1]


def names_whole_arrays(x, y, params, printed):
    return list(dict.fromkeys(name.split("[")[0] for name in debug_221(x, y, params, printed)))


def mixes_up_rows_and_columns(x, y, params, printed):
    return [{NAMES[1]: NAMES[2], NAMES[2]: NAMES[1]}.get(name, name) for name in debug_221(x, y, params, printed)]


def forgets_bias2(x, y, params, printed):
    return [name for name in debug_221(x, y, params, printed) if name != "bias2"]


def trusts_the_order_of_the_keys(x, y, params, printed):
    keys = list(printed)
    return sorted(debug_221(x, y, params, printed), key=lambda name: keys.index(name.split("[")[0]))


def names_the_innocent(x, y, params, printed):
    return [name for name in NAMES if name not in debug_221(x, y, params, printed)]


def corrects_the_evidence(x, y, params, printed):
    found = debug_221(x, y, params, printed)
    truth = backward_221(x, y, params)
    for name in ("weight1", "bias1", "weight2"):
        printed[name].copy_(truth[name])
    return found
