"""Write the JSON Schema of the record beside its types, from the types."""

import json
from pathlib import Path

from onrecord.record import schema

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "record" / "schema.json"

if __name__ == "__main__":
    TARGET.write_text(json.dumps(schema(), indent=1) + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}")
