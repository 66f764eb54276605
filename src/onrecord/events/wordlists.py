"""The word lists of this package's data files: TOML tables of named lists."""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files


@functools.cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of `data/<name>.toml`, by their names."""
    text = (files("onrecord.events") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}
