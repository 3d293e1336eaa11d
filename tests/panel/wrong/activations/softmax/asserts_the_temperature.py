# verdict: raised
# mistake: A bad temperature is refused by an assert, which raises AssertionError and not ValueError.
# told: asserts_the_temperature
import torch


def softmax(x, dim=-1, temperature=1.0):
    assert temperature > 0, "temperature must be above 0"
    z = (x - x.max(dim=dim, keepdim=True).values) / float(temperature)
    e = torch.exp(z)
    return e / e.sum(dim=dim, keepdim=True)
