# verdict: passed
# style: PyTorch, neuron by neuron with scalar tensors, stacked at the end
import torch


def backward_221(x, y, params):
    W, b, v, c = (params[k] for k in ("weight1", "bias1", "weight2", "bias2"))
    a = []
    for j in range(2):
        a.append(torch.sigmoid(W[j, 0] * x[0] + W[j, 1] * x[1] + b[j]))
    y_hat = torch.sigmoid(v[0] * a[0] + v[1] * a[1] + c)
    dz2 = (y_hat - y) * y_hat * (1.0 - y_hat)
    dz1 = [dz2 * v[j] * a[j] * (1.0 - a[j]) for j in range(2)]
    return {
        "weight1": torch.stack([torch.stack([dz1[j] * x[k] for k in range(2)]) for j in range(2)]).to(x.dtype),
        "bias1": torch.stack(dz1).to(x.dtype),
        "weight2": torch.stack([dz2 * a[0], dz2 * a[1]]).to(x.dtype),
        "bias2": dz2,
    }
