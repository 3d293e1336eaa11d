# verdict: passed
# style: PyTorch, four lines
import torch


def forward_221(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.sigmoid(z1)
    z2 = params["weight2"] @ a1 + params["bias2"]
    return dict(z1=z1, a1=a1, z2=z2, y_hat=torch.sigmoid(z2))
