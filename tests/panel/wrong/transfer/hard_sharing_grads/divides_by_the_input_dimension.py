# verdict: wrong
# mistake: The mean divides by the number of input features D where the number of examples N belongs; only for N = D is this the same.
import numpy as np


def forward(x, weight):
    return np.tanh(np.dot(x, weight.T))


def hard_sharing_grads(x, targets, weight, heads, task_weights):
    num_hidden, num = weight.shape
    features = forward(x, weight)
    grad_features = np.zeros_like(features)
    grad_heads = []
    for target, head, task_weight in zip(targets, heads, task_weights):
        prediction = np.dot(features, head.T)
        grad_prediction = 2 * task_weight * (prediction - target) / (num * head.shape[0])
        grad_heads.append(np.dot(grad_prediction.T, features))
        grad_features += np.dot(grad_prediction, head)
    grad_pre = grad_features * (1 - features**2)
    return np.dot(grad_pre.T, x), grad_heads
