# verdict: passed
# style: transitive closure by Warshall, each row of the matrix one Python integer
def needs_delay(edges):
    layers = sorted({layer for source, target, _ in edges for layer in (source, target)})
    position = {layer: i for i, layer in enumerate(layers)}
    reach = [0] * len(layers)
    for source, target, delay in edges:
        if delay == 0:
            reach[position[source]] |= 1 << position[target]
    for middle in range(len(layers)):
        bit = 1 << middle
        for i in range(len(layers)):
            if reach[i] & bit:
                reach[i] |= reach[middle]
    return [layer for i, layer in enumerate(layers) if reach[i] >> i & 1]
