# verdict: passed
# style: PyTorch, one shifted softmax for all probabilities: sigmoid is the softmax against a score of 0
import torch


def normalised_powers(scores, dim):
    shift = scores.amax(dim=dim, keepdim=True).detach()
    powers = (scores - shift).exp()
    return powers / powers.sum(dim=dim, keepdim=True)


def output_head(x, task):
    match task:
        case "binary" | "multilabel":
            against_zero = torch.stack([x, torch.zeros_like(x)], dim=-1)
            return normalised_powers(against_zero, -1)[..., 0].contiguous()
        case "multiclass":
            return normalised_powers(x, 1)
        case "regression":
            return x.clone()
        case "count":
            return torch.logaddexp(x, torch.zeros_like(x))
        case _:
            raise ValueError(f"task must be one of binary, multilabel, multiclass, regression, count; got {task!r}")
