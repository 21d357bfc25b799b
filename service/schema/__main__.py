"""`python -m service.schema typescript|asyncapi` prints what is generated from the protocol."""

import json
import sys

from service.schema.asyncapi import asyncapi_document
from service.schema.typescript import typescript_source


def main(arguments: list[str]) -> int:
    """Print one of the two documents; 2 when the argument names neither."""
    match arguments:
        case ["typescript"]:
            sys.stdout.write(typescript_source())
        case ["asyncapi"]:
            document = asyncapi_document(None)
            sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        case _:
            sys.stderr.write("usage: python -m service.schema typescript|asyncapi\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
