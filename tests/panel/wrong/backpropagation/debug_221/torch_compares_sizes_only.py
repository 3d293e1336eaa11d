# verdict: wrong
# mistake: Absolute values are compared, so a printed gradient of the right size with the wrong sign counts as right.
# told: overlooks_the_sign
import torch


def debug_221(x, y, params, printed):
    h = torch.sigmoid(params["weight1"].mv(x) + params["bias1"])
    out = torch.sigmoid(params["weight2"].dot(h) + params["bias2"])
    delta = (out - y) * out * (1 - out)
    delta1 = delta * params["weight2"] * h * (1 - h)
    truth = {"weight1": torch.outer(delta1, x), "bias1": delta1, "weight2": delta * h, "bias2": delta}
    wrong = []
    for key in ("weight1", "bias1", "weight2", "bias2"):
        g = torch.as_tensor(truth[key]).double().abs()
        p = torch.as_tensor(printed[key]).double().abs()
        bad = ~((p - g).abs() <= 1e-3 * g)
        if g.ndim == 0:
            wrong += [key] if bad else []
        else:
            wrong += [f"{key}[{','.join(map(str, place))}]" for place in bad.nonzero().tolist()]
    return wrong
