# verdict: wrong
# mistake: The sigmoid as (1 + tanh(z/2))/2 never overflows, but rounds a probability such as exp(-40) to 0.
# told: loses_small_probabilities
import numpy as np


def rbm_conditionals(visible, hidden, weight, visible_bias, hidden_bias):
    def sigmoid(z):
        return 0.5 * (1.0 + np.tanh(0.5 * z))

    p_hidden = sigmoid(visible @ weight.T + hidden_bias)
    p_visible = sigmoid(hidden @ weight + visible_bias)
    return p_hidden, p_visible
