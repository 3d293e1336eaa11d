# verdict: wrong
# mistake: The delays are kept in a dict by (source, target), so a connection that is listed with and without a delay counts only as it was listed last.
# told: keeps_the_last_delay
def needs_delay(edges):
    delays = {(source, target): delay for source, target, delay in edges}
    layers = sorted({layer for pair in delays for layer in pair})
    reach = {pair for pair, delay in delays.items() if delay == 0}
    for k in layers:
        for i in layers:
            for j in layers:
                if (i, k) in reach and (k, j) in reach:
                    reach.add((i, j))
    return [layer for layer in layers if (layer, layer) in reach]
