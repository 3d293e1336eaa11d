"""The known mistakes of activations/output_head, as people write them in PyTorch."""

import torch

from solutions.activations.torch.output_head import output_head

ABSENT = {}
SIGMOID = ("binary", "multilabel")


def uses_softmax_for_multilabel(x, task):
    return output_head(x, "multiclass" if task == "multilabel" else task)


def uses_softmax_for_binary(x, task):
    return output_head(x, "multiclass" if task == "binary" else task)


def uses_sigmoid_for_multiclass(x, task):
    return output_head(x, "binary" if task == "multiclass" else task)


def takes_softmax_over_the_batch(x, task):
    return output_head(x.T, task).T if task == "multiclass" else output_head(x, task)


def takes_softmax_over_everything(x, task):
    return output_head(x.reshape(1, -1), task).reshape(x.shape) if task == "multiclass" else output_head(x, task)


def uses_sigmoid_for_regression(x, task):
    return output_head(x, "binary" if task == "regression" else task)


def uses_relu_for_regression(x, task):
    return torch.relu(x) if task == "regression" else output_head(x, task)


def uses_relu_for_counts(x, task):
    return torch.relu(x) if task == "count" else output_head(x, task)


def uses_exp_for_counts(x, task):
    return torch.exp(x) if task == "count" else output_head(x, task)


def leaves_counts_as_they_are(x, task):
    return x.clone() if task == "count" else output_head(x, task)


def overflows_in_softplus(x, task):
    return torch.log1p(torch.exp(x)) if task == "count" else output_head(x, task)


def loses_small_counts(x, task):
    return torch.relu(x) + torch.log(1 + torch.exp(-x.abs())) if task == "count" else output_head(x, task)


def loses_small_probabilities(x, task):
    return (1 + torch.tanh(x / 2)) / 2 if task in SIGMOID else output_head(x, task)


def overflows_in_the_sigmoid(x, task):
    return torch.exp(x) / (1 + torch.exp(x)) if task in SIGMOID else output_head(x, task)


def overflows_in_the_softmax(x, task):
    return torch.exp(x) / torch.exp(x).sum(1, keepdim=True) if task == "multiclass" else output_head(x, task)


def subtracts_one_maximum_for_all(x, task):
    odds = torch.exp(x - x.max())
    return odds / odds.sum(1, keepdim=True) if task == "multiclass" else output_head(x, task)


def returns_log_probabilities(x, task):
    return torch.log(output_head(x, task)) if task == "multiclass" else output_head(x, task)


def decides(x, task):
    return torch.round(output_head(x, task)) if task in SIGMOID else output_head(x, task)


def takes_any_word_for_a_regression(x, task):
    known = (*SIGMOID, "multiclass", "regression", "count")
    return output_head(x, task if task in known else "regression")


def hands_back_x(x, task):
    return x if task == "regression" else output_head(x, task)


def returns_float64(x, task):
    return output_head(x.double(), task)


def overwrites_x(x, task):
    return x.copy_(output_head(x, task))
