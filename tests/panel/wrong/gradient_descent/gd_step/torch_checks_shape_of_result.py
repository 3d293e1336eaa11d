# verdict: wrong
# mistake: only the shape of the result is checked, so a smaller gradient that broadcasts to the parameter is let through.
# told: checks_the_shape_of_the_result
import torch


def gd_step(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("grads must be as long as params")
    updated = []
    for p, g in zip(params, grads):
        try:
            new = torch.sub(p, g * lr)
        except RuntimeError as error:
            raise ValueError("grads have a wrong shape") from error
        if new.shape != p.shape:
            raise ValueError("grads have a wrong shape")
        updated.append(new)
    return updated
