# verdict: passed
# style: plain loop over sorted pairs with the slope so far, arrays made at the end
import numpy as np


def relu_interpolator(x, y):
    points = sorted(zip(x, y), key=lambda p: p[0])
    slope = x.dtype.type(0)
    weights, biases = [], []
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x0 == x1:
            raise ValueError(f"x has the value {x0} twice")
        new = (y1 - y0) / (x1 - x0)
        weights.append(new - slope)
        biases.append(-x0)
        slope = new
    return {
        "weight1": np.array([[1]] * len(weights), dtype=x.dtype),
        "bias1": np.array(biases, dtype=x.dtype),
        "weight2": np.array([weights], dtype=x.dtype),
        "bias2": np.array([points[0][1]], dtype=x.dtype),
    }
