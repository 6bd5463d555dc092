"""Holds documents against a JSON Schema: the schema's path is the argument, documents come on
standard input, one a line, in hexadecimal digits. Prints for each `yes`, or `no` and why."""

import json
import sys

import jsonschema


def no_such_number(name):
    raise ValueError(f"{name} is not JSON")


def verdict(validator, line):
    try:
        text = bytes.fromhex(line).decode("utf-8-sig")
        document = json.loads(text, parse_constant=no_such_number)
    except ValueError as why:
        return f"no: {why}"
    fault = next(validator.iter_errors(document), None)
    return f"no: {fault.json_path}: {fault.message}" if fault else "yes"


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for line in sys.stdin:
    print(verdict(validator, line).replace("\n", " "))
