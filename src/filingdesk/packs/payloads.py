"""filing.json read back: strictly, into the core's own types, and their JSON Schema."""

import json
from typing import Any

from filingdesk.core.payload import FORMAT, Payload
from filingdesk.core.problem import Problem, UserProblem


def read_payload(untrusted_content: bytes) -> Payload:
    """The payload in a filing.json of this format.

    Raises UserProblem: payload-not-readable, payload-of-old-format (format). What stands in it is
    personal and never repeated there.
    """
    from pydantic import ConfigDict, TypeAdapter, ValidationError

    try:
        named = json.loads(untrusted_content)["format"]
        if named != FORMAT:
            is_old = str(named).startswith(FORMAT.rstrip("2"))
            code = "payload-of-old-format" if is_old else "payload-not-readable"
            raise UserProblem(Problem("payload", code))
        # The reader's configuration reaches what a list holds, and not a dataclass of its own.
        reader = TypeAdapter(list[Payload], config=ConfigDict(extra="forbid"))
        return reader.validate_json(b"[%s]" % untrusted_content)[0]
    except (ValidationError, ValueError, KeyError, TypeError, RecursionError):
        raise UserProblem(Problem("payload", "payload-not-readable")) from None


def payload_schema() -> dict[str, Any]:
    """JSON Schema of filing.json, for agencies that take it in."""
    from pydantic import ConfigDict, TypeAdapter

    reader = TypeAdapter(list[Payload], config=ConfigDict(extra="forbid"))
    whole = reader.json_schema(mode="serialization")
    schema = whole["$defs"].pop("Payload") | {"$defs": whole["$defs"]}
    schema["properties"]["format"] = {"const": FORMAT}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:filingdesk:filing:2",
        **schema,
        "title": f"{FORMAT}: a filing as data, embedded in its PDF as filing.json",
    }
