# verdict: passed
# style: plain Python floats, slopes from exp(-|z|), names and numbers zipped
import math


def _sigmoid_and_slope(z):
    small = math.exp(-abs(z))
    value = 1 / (1 + small) if z >= 0 else small / (1 + small)
    return value, small / (1 + small) ** 2


def debug_221(x, y, params, printed):
    (w00, w01), (w10, w11) = params["weight1"].tolist()
    b0, b1 = params["bias1"].tolist()
    v0, v1 = params["weight2"].tolist()
    x0, x1 = x.tolist()
    h0, slope0 = _sigmoid_and_slope(w00 * x0 + w01 * x1 + b0)
    h1, slope1 = _sigmoid_and_slope(w10 * x0 + w11 * x1 + b1)
    z = v0 * h0 + v1 * h1 + float(params["bias2"])
    out, slope = _sigmoid_and_slope(z)
    # 1 - out cancels near 1; sigmoid(-z) is the same without cancelling
    error = -_sigmoid_and_slope(-z)[0] if float(y) == 1 else out - float(y)
    delta = error * slope
    d0, d1 = delta * v0 * slope0, delta * v1 * slope1
    truth = [d0 * x0, d0 * x1, d1 * x0, d1 * x1, d0, d1, delta * h0, delta * h1, delta]
    names = [f"weight1[{i},{j}]" for i in (0, 1) for j in (0, 1)]
    names += ["bias1[0]", "bias1[1]", "weight2[0]", "weight2[1]", "bias2"]
    given = [p for row in printed["weight1"].tolist() for p in row]
    given += printed["bias1"].tolist() + printed["weight2"].tolist() + [float(printed["bias2"])]
    return [name for name, p, g in zip(names, given, truth) if not abs(p - g) <= 1e-3 * abs(g)]
