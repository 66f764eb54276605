"""Clusters out of pairs: average linkage, so that one chance likeness does not chain two stories together."""

from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def clusters(size: int, likeness: Mapping[Pair, float], floor: float) -> list[int]:
    """The cluster of each of `size` things, named by its first member.

    Two clusters join while their mean likeness reaches the floor, the most alike first (average linkage,
    Sokal & Michener 1958); pairs that are not given have likeness 0. The order of the pairs does not matter.
    """
    label = list(range(size))
    members = {i: [i] for i in range(size)}
    for (i, j), _ in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        one, other = sorted((label[i], label[j]))
        if one != other and _mean(members[one], members[other], likeness) >= floor:
            for member in members[other]:
                label[member] = one
            members[one] += members.pop(other)
    return label


def _mean(one: Iterable[int], other: Iterable[int], likeness: Mapping[Pair, float]) -> float:
    values = [likeness.get((min(i, j), max(i, j)), 0.0) for i in one for j in other]
    return sum(values) / len(values)
