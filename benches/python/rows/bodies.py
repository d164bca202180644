"""The bodies of the corpus, for both versions of pydantic."""
import json
from pathlib import Path
from typing import Any, Callable, List, Tuple, Type


def read(folder: Path) -> List[Any]:
    with open(folder / "bodies.ndjson", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def row(check: Callable[[str, str], Any], error: Type[Any]) -> Tuple[Callable[..., Any], ...]:
    """Returns the functions `inputs`, `found` and `violations` of a row that checks the text of a body for an operation."""

    def errors(body: Any) -> List[Any]:
        try:
            check(body["operation"], body["body"])
        except error as invalid:
            return invalid.errors()
        return []

    def found(body: Any) -> int:
        return len(errors(body))

    def violations(bodies: List[Any]) -> int:
        """Returns how many violations of the corpus are among the errors. Valid bodies must be accepted."""
        found = 0
        for body in bodies:
            places = {"".join(f"/{step}" for step in error["loc"]) for error in errors(body)}
            if places and not body["violations"]:
                raise AssertionError(f"a valid body is rejected: {places}")
            found += sum(pointer in places for pointer in body["pointers"])
        return found

    return read, found, violations
