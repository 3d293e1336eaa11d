"""The known mistakes of cnn/margin_loss, as people write them in PyTorch."""

import torch

from solutions.cnn.torch.margin_loss import margin_loss


def costs(input, target, m_pos, m_neg):
    """Both costs where they apply, zero elsewhere."""
    return target * torch.relu(m_pos - input) ** 2, ~target * torch.relu(input - m_neg) ** 2


def mean(per_class):
    return per_class.sum(dim=1).mean()


def forgets_the_squares(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return mean(torch.where(target, torch.relu(m_pos - input), lam * torch.relu(input - m_neg)))


def weights_the_present_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return mean(lam * present + absent)


def weights_all_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return lam * mean(present + absent)


def forgets_lam(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, 1.0)


def always_takes_one_half(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg)


def always_takes_the_usual_margins(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, lam=lam)


def sums_over_the_images(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return (present + lam * absent).sum()


def averages_over_the_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return (present + lam * absent).mean()


def returns_a_loss_for_each_image(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return (present + lam * absent).sum(dim=1)


def turns_the_target(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, ~target, m_pos, m_neg, lam)


def punishes_the_good_side(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return mean(torch.where(target, (m_pos - input) ** 2, lam * (input - m_neg) ** 2))


def takes_differences_of_squares(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = torch.relu(m_pos**2 - input**2), torch.relu(input**2 - m_neg**2)
    return mean(torch.where(target, present, lam * absent))


def ignores_absent_classes(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, 0.0)


def takes_the_worst_absent_class(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present, absent = costs(input, target, m_pos, m_neg)
    return torch.mean(present.sum(dim=1) + lam * absent.amax(dim=1))


def squares_the_sum(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    present = (target * torch.relu(m_pos - input)).sum(dim=1)
    absent = (~target * torch.relu(input - m_neg)).sum(dim=1)
    return torch.mean(present**2 + lam * absent**2)


def halves_the_squares(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    return margin_loss(input, target, m_pos, m_neg, lam) / 2


def overwrites_the_input(input, target, m_pos=0.9, m_neg=0.1, lam=0.5):
    loss = margin_loss(input, target, m_pos, m_neg, lam)
    input.neg_().add_(m_pos).clamp_(min=0)
    return loss
