"""Validates YAML files by a JSON Schema: validate-schema.py SCHEMA FILE…

Prints 'FILE: valid', or 'FILE: ' and the first error. YAML's types are those of YAML 1.2, as editors
have them: dates are texts.
"""
import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    pass


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        content = yaml.load(file, Loader)
    error = jsonschema.exceptions.best_match(validator.iter_errors(content))
    print(f"{path}: {'valid' if error is None else error.message[:200]}")
