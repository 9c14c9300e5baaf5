"""How many typing errors lie between two words."""


def afstand(een: str, ander: str, most: int) -> int:
    """Count letters that are missing, extra, other or swapped; above `most` it stops counting."""
    if abs(len(een) - len(ander)) > most:
        return most + 1
    earlier: list[int] = []
    before: list[int] = []
    row = list(range(len(ander) + 1))
    for i, sign in enumerate(een):
        earlier, before, row = before, row, [i + 1]
        for j, other in enumerate(ander):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (sign != other))
            if i and j and sign == ander[j - 1] and een[i - 1] == other:
                cost = min(cost, earlier[j - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
