"""The known mistakes of alignment/dpo_loss, as people write them in PyTorch."""

import torch
from torch.nn import functional

from solutions.alignment.torch.dpo_loss import dpo_loss

ABSENT = {}


def loss_of(margin):
    return -functional.logsigmoid(margin)


def forgets_the_reference(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, 0 * rc, 0 * rr, beta)


def forgets_beta(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, rc, rr, 1.0)


def divides_by_beta(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, rc, rr, 1 / beta)


def multiplies_the_loss_by_beta(pc, pr, rc, rr, beta=0.1):
    return beta * dpo_loss(pc, pr, rc, rr, 1.0)[0], *dpo_loss(pc, pr, rc, rr, beta)[1:]


def returns_rewards_without_beta(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc, pr, rc, rr, beta)[0], pc - rc, pr - rr


def prefers_the_rejected(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return loss_of(rejected - chosen).mean(), chosen, rejected


def subtracts_the_policy(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(rc, rr, pc, pr, beta)


def forgets_the_sign(pc, pr, rc, rr, beta=0.1):
    loss, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return -loss, chosen, rejected


def adds_the_losses_up(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return loss_of(chosen - rejected).sum(), chosen, rejected


def averages_the_margins(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return loss_of((chosen - rejected).mean()), chosen, rejected


def forgets_the_logarithm(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return torch.sigmoid(rejected - chosen).mean(), chosen, rejected


def takes_a_hinge(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return torch.relu(1 - (chosen - rejected)).mean(), chosen, rejected


def takes_the_squared_loss(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return (((pc - rc) - (pr - rr) - 1 / (2 * beta)) ** 2).mean(), chosen, rejected


def takes_two_steps(pc, pr, rc, rr, beta=0.1):
    _, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return -torch.log(torch.sigmoid(chosen - rejected)).mean(), chosen, rejected


def averages_the_rewards(pc, pr, rc, rr, beta=0.1):
    loss, chosen, rejected = dpo_loss(pc, pr, rc, rr, beta)
    return loss, chosen.mean(), rejected.mean()


def returns_float64(pc, pr, rc, rr, beta=0.1):
    return dpo_loss(pc.double(), pr.double(), rc.double(), rr.double(), beta)
