"""The known mistakes of transfer/sgns_loss, as people write them in PyTorch."""

import torch

from solutions.transfer.torch.sgns_loss import sgns_loss


def forgets_the_sign_of_the_negatives(center, positive, negatives):
    loss, grad_center, grad_positive, grad_negatives = sgns_loss(center, positive, -negatives)
    return loss, grad_center, grad_positive, -grad_negatives


def averages_the_negatives(center, positive, negatives):
    loss, grad_center, grad_positive, grad_negatives = sgns_loss(center, positive, negatives)
    alone, grad_alone = sgns_loss(center, positive, negatives[:0])[:2]
    k = max(1, len(negatives))
    return alone + (loss - alone) / k, grad_alone + (grad_center - grad_alone) / k, grad_positive, grad_negatives / k


def forgets_the_negatives_in_the_centre(center, positive, negatives):
    loss, _, grad_positive, grad_negatives = sgns_loss(center, positive, negatives)
    return loss, sgns_loss(center, positive, negatives[:0])[1], grad_positive, grad_negatives


def forgets_the_positive_in_the_centre(center, positive, negatives):
    loss, grad_center, grad_positive, grad_negatives = sgns_loss(center, positive, negatives)
    return loss, grad_center - sgns_loss(center, positive, negatives[:0])[1], grad_positive, grad_negatives


def turns_the_sign(center, positive, negatives):
    loss, *grads = sgns_loss(center, positive, negatives)
    return loss, *(-g for g in grads)


def takes_the_logarithm_of_a_sigmoid(center, positive, negatives):
    _, *grads = sgns_loss(center, positive, negatives)
    return -torch.log(torch.sigmoid(center @ positive)) - torch.log(torch.sigmoid(-(negatives @ center))).sum(), *grads


def adds_a_small_number(center, positive, negatives):
    _, *grads = sgns_loss(center, positive, negatives)
    score, scores = center @ positive, negatives @ center
    return -torch.log(torch.sigmoid(score) + 1e-8) - torch.log(torch.sigmoid(-scores) + 1e-8).sum(), *grads


def subtracts_from_one(center, positive, negatives):
    loss, grad_center, _, grad_negatives = sgns_loss(center, positive, negatives)
    slope = torch.sigmoid(center @ positive) - 1
    return loss, grad_center + slope * positive - sgns_loss(center, positive, negatives[:0])[1], slope * center, grad_negatives


def uses_a_softmax(center, positive, negatives):
    words = torch.cat([positive[None], negatives])
    scores = words @ center
    shifted = scores - scores.max()
    p = torch.exp(shifted) / torch.exp(shifted).sum()
    loss = torch.log(torch.exp(shifted).sum()) - shifted[0]
    p[0] -= 1
    return loss, p @ words, p[0] * center, torch.outer(p[1:], center)


def exchanges_the_vectors(center, positive, negatives):
    loss, grad_center, _, _ = sgns_loss(center, positive, negatives)
    slope, slopes = -torch.sigmoid(-(center @ positive)), torch.sigmoid(negatives @ center)
    return loss, grad_center, slope * positive, slopes[:, None] * negatives


def returns_float64(center, positive, negatives):
    return sgns_loss(center.double(), positive.double(), negatives.double())
